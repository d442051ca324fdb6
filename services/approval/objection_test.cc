#include "services/approval/objection.h"

#include <gmock/gmock.h>

#include <optional>

namespace redpeak::approval {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;
using v1::Objection;

TEST(Objection, GoesFromEveryStateByEveryActionWhereItShould) {
  for (int state = Objection::State_MIN; state <= Objection::State_MAX; ++state) {
    for (const auto action : {ObjectionAction::kUphold, ObjectionAction::kDismiss}) {
      Objection objection;
      objection.set_state(static_cast<Objection::State>(state));
      const auto next = NextState(objection, action);
      ASSERT_EQ(next.has_value(), state == Objection::FILED) << state;
      if (next) {
        EXPECT_EQ(*next,
                  action == ObjectionAction::kUphold ? Objection::UPHELD : Objection::DISMISSED);
      } else {
        EXPECT_EQ(next.error().reason, "STATE_WRONG");
      }
    }
  }
}

Objection Sample() {
  Objection objection;
  objection.set_submission_number(" CF2022-000001 ");
  objection.set_real_name("　王小明 ");
  objection.set_contact("wang@example.org");
  objection.set_text("该项目与去年立项的课题内容重复。");
  return objection;
}

std::vector<std::string> WrongFields(const Objection& filed) {
  const auto objection = NewObjection(filed);
  std::vector<std::string> fields;
  if (objection) return fields;
  for (const auto& violation : objection.error().violations) fields.push_back(violation.field);
  return fields;
}

TEST(Objection, IsKeptAsWhatWasSaidAndNothingElse) {
  auto filed = Sample();
  filed.set_name("notices/n/objections/o");
  filed.set_state(Objection::UPHELD);
  filed.set_answer("yes");
  const auto objection = NewObjection(filed);
  ASSERT_TRUE(objection) << objection.error().message;
  EXPECT_EQ(objection->real_name(), "王小明");
  EXPECT_EQ(objection->submission_number(), "CF2022-000001");
  EXPECT_EQ(objection->state(), Objection::FILED);
  EXPECT_EQ(objection->name() + objection->answer(), "");
}

TEST(Objection, NamesEverythingThatIsWrong) {
  EXPECT_THAT(WrongFields({}), ElementsAre("objection.submission_number", "objection.real_name",
                                           "objection.contact", "objection.text"));
  auto short_text = Sample();
  short_text.set_text("重复。");
  EXPECT_THAT(WrongFields(short_text), ElementsAre("objection.text"));
  auto long_text = Sample();
  long_text.set_text(std::string(5001, 'x'));
  EXPECT_THAT(WrongFields(long_text), ElementsAre("objection.text"));
  for (const auto* name : {"王", "user123"}) {
    auto nameless = Sample();
    nameless.set_real_name(name);
    EXPECT_THAT(WrongFields(nameless), ElementsAre("objection.real_name")) << name;
  }
}

TEST(Objection, TakesPhoneNumbersAndAddresses) {
  for (const auto* contact : {"13800138000", "+86 138-0013-8000", "(0476) 8331234", "a@b.cn"}) {
    auto objection = Sample();
    objection.set_contact(contact);
    EXPECT_THAT(WrongFields(objection), ElementsAre()) << contact;
  }
  for (const auto* contact : {"123", "call me", "a@b", "a@.cn", "a b@c.cn", "1234567890123456",
                              "@b.cn", "+", "a@b.cn\nBcc: c@d.cn"}) {
    auto objection = Sample();
    objection.set_contact(contact);
    EXPECT_THAT(WrongFields(objection), ElementsAre("objection.contact")) << contact;
  }
}

TEST(Objection, IsAnsweredOnceWithAText) {
  auto filed = *NewObjection(Sample());
  EXPECT_EQ(Answer(filed, true, " ").error().violations.front().field, "answer");
  const auto upheld = Answer(filed, true, "情况属实。");
  ASSERT_TRUE(upheld);
  EXPECT_EQ(upheld->state(), Objection::UPHELD);
  EXPECT_EQ(Answer(*upheld, false, "又不属实").error().reason, "STATE_WRONG");
  EXPECT_EQ(Answer(filed, false, "不属实").value().state(), Objection::DISMISSED);
}

TEST(Objection, IsAnsweredByALetterInTwoLanguages) {
  v1::Notice notice;
  notice.set_title("拟立项公示");
  const auto letter = AnswerLetter(notice, *Answer(*NewObjection(Sample()), false, "不存在重复。"));
  EXPECT_THAT(letter.subject, HasSubstr("CF2022-000001"));
  EXPECT_THAT(letter.text, HasSubstr("王小明，您好"));
  EXPECT_THAT(letter.text, HasSubstr("不成立"));
  EXPECT_THAT(letter.text, HasSubstr("dismissed"));
  EXPECT_THAT(letter.text, HasSubstr("不存在重复。"));
}

TEST(Objection, IsStaffsOfItsCallOnly) {
  Objection objection;
  objection.set_call("calls/a");
  const auto sees = [&](Role role, const std::string& scope) {
    Caller caller;
    caller.grants = {{role, scope}};
    return AudiencesOf(caller, objection).Contains(Audience::STAFF);
  };
  EXPECT_TRUE(sees(Role::PROGRAMME_OFFICER, ""));
  EXPECT_TRUE(sees(Role::AUDITOR, "calls/a"));
  EXPECT_FALSE(sees(Role::APPROVER, "calls/b"));
  EXPECT_FALSE(sees(Role::ADMINISTRATOR, ""));
  EXPECT_FALSE(sees(Role::RESEARCHER, ""));
}

}  // namespace
}  // namespace redpeak::approval
