#include "services/submissions/submission.h"

#include <gmock/gmock.h>

#include "services/submissions/form.h"

namespace redpeak::submissions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using S = v1::Submission;

calls::v1::Call SampleCall() {
  calls::v1::Call call;
  call.add_categories()->set_code("key");
  return call;
}

std::vector<std::string> FieldsOf(const Result<void>& result) {
  std::vector<std::string> fields;
  if (result) return fields;
  for (const auto& violation : result.error().violations) {
    fields.push_back(violation.field + " " + violation.rule);
  }
  return fields;
}

std::string Repeat(std::string_view text, size_t times) {
  std::string repeated;
  for (size_t i = 0; i < times; ++i) repeated += text;
  return repeated;
}

TEST(CheckDraft, TakesAnEmptyDraft) {
  EXPECT_THAT(FieldsOf(CheckDraft(S(), SampleCall())), IsEmpty());
}

TEST(CheckDraft, TakesEveryFieldAtItsLimit) {
  S draft;
  draft.set_title(Repeat("课", kTitleMax));
  draft.set_abstract(Repeat("摘", kAbstractMax));
  for (int i = 0; i < kKeywordsMax; ++i) draft.add_keywords(Repeat("词", kKeywordMax));
  for (int i = 0; i < kTeamMax; ++i) draft.add_team()->set_person("people/p1");
  for (int i = 0; i < kAvoidedExpertsMax; ++i) {
    draft.add_avoided_experts("people/e" + std::to_string(i));
  }
  draft.set_amount_fen(kAmountFenMax);
  draft.set_category("key");
  draft.set_discipline("2103020");
  draft.set_start_date("2024-02-29");
  draft.set_form("{\"a\":\"" + std::string(kFormBytesMax - 8, 'x') + "\"}");
  EXPECT_THAT(FieldsOf(CheckDraft(draft, SampleCall())), IsEmpty());
}

TEST(CheckDraft, NamesEverythingThatIsTooMuch) {
  S draft;
  draft.set_title(Repeat("课", kTitleMax + 1));
  draft.set_abstract(Repeat("摘", kAbstractMax + 1));
  for (int i = 0; i <= kKeywordsMax; ++i) draft.add_keywords("词");
  for (int i = 0; i <= kTeamMax; ++i) draft.add_team();
  for (int i = 0; i <= kAvoidedExpertsMax; ++i) {
    draft.add_avoided_experts("people/e" + std::to_string(i));
  }
  draft.set_amount_fen(kAmountFenMax + 1);
  draft.set_form("{\"a\":\"" + std::string(kFormBytesMax, 'x') + "\"}");
  EXPECT_THAT(
      FieldsOf(CheckDraft(draft, SampleCall())),
      UnorderedElementsAre("submission.title TOO_LONG", "submission.abstract TOO_LONG",
                           "submission.keywords TOO_MANY", "submission.team TOO_MANY",
                           "submission.avoided_experts TOO_MANY",
                           "submission.amount_fen OUT_OF_RANGE", "submission.form TOO_LARGE"));
}

TEST(CheckDraft, NamesEverythingThatIsMalformed) {
  S draft;
  draft.add_keywords(" ");
  draft.add_keywords(Repeat("词", kKeywordMax + 1));
  draft.set_category("unheard-of");
  draft.set_discipline("21x");
  draft.set_amount_fen(-1);
  draft.set_start_date("2023-02-29");
  draft.set_end_date("tomorrow");
  draft.add_team()->set_person("nobody");
  draft.add_avoided_experts("people/e1");
  draft.add_avoided_experts("people/e1");
  draft.add_avoided_experts("");
  draft.set_form("[1]");
  EXPECT_THAT(
      FieldsOf(CheckDraft(draft, SampleCall())),
      UnorderedElementsAre("submission.keywords[0] REQUIRED", "submission.keywords[1] TOO_LONG",
                           "submission.category UNKNOWN", "submission.discipline MALFORMED",
                           "submission.amount_fen OUT_OF_RANGE", "submission.start_date MALFORMED",
                           "submission.end_date MALFORMED", "submission.team[0].person MALFORMED",
                           "submission.avoided_experts[1] DUPLICATE",
                           "submission.avoided_experts[2] MALFORMED", "submission.form MALFORMED"));
}

google::protobuf::FieldMask MaskOf(std::vector<std::string> paths) {
  google::protobuf::FieldMask mask;
  for (auto& path : paths) mask.add_paths(std::move(path));
  return mask;
}

S Written() {
  S submission;
  submission.set_name("submissions/s1");
  submission.set_title("原题");
  submission.set_amount_fen(5);
  submission.add_keywords("一");
  submission.set_leader("people/me");
  return submission;
}

TEST(Apply, ChangesOnlyWhatTheMaskNames) {
  auto draft = Written();
  S changes;
  changes.set_title("新题");
  changes.add_keywords("二");
  changes.set_abstract("不写");
  ASSERT_TRUE(Apply(changes, MaskOf({"title", "keywords", "amount_fen"}), draft));
  EXPECT_EQ(draft.title(), "新题");
  EXPECT_THAT(draft.keywords(), ElementsAre("二"));
  EXPECT_EQ(draft.amount_fen(), 0);
  EXPECT_EQ(draft.abstract(), "");
  EXPECT_EQ(draft.leader(), "people/me");
}

TEST(Apply, WithoutAMaskChangesAllThatMayBeWrittenAndNothingElse) {
  auto draft = Written();
  S changes;
  changes.set_leader("people/other");
  changes.set_state(S::APPROVED);
  changes.set_score(100);
  ASSERT_TRUE(Apply(changes, {}, draft));
  EXPECT_EQ(draft.title(), "");
  EXPECT_EQ(draft.keywords_size(), 0);
  EXPECT_EQ(draft.leader(), "people/me");
  EXPECT_EQ(draft.state(), S::STATE_UNSPECIFIED);
  EXPECT_EQ(draft.score(), 0);
}

TEST(Apply, RefusesUnknownAndForbiddenPaths) {
  for (const auto* path : {"state", "leader", "receipt", "attachments", "nonsense", "team.person",
                           "", "*", "call", "score"}) {
    auto draft = Written();
    EXPECT_THAT(FieldsOf(Apply(S(), MaskOf({"title", path}), draft)),
                ElementsAre("update_mask UNKNOWN"))
        << path;
    EXPECT_EQ(draft.title(), "原题");
  }
}

identity::v1::BatchGetPeopleResponse People() {
  identity::v1::BatchGetPeopleResponse people;
  auto& person = *people.add_people();
  person.set_name("people/me");
  person.set_display_name("张三");
  person.set_organisation("organisations/host");
  auto& host = *people.add_organisations();
  host.set_name("organisations/host");
  host.set_display_name("研究所");
  host.set_recommender("organisations/rec");
  return people;
}

TEST(SetLeader, TakesNameAndUnitAsIdentityKnowsThem) {
  auto draft = Written();
  draft.set_recommender("organisations/old");
  ASSERT_TRUE(SetLeader(People(), draft));
  EXPECT_EQ(draft.leader_name(), "张三");
  EXPECT_EQ(draft.unit(), "organisations/host");
  EXPECT_EQ(draft.unit_name(), "研究所");
  EXPECT_EQ(draft.recommender(), "organisations/rec");
}

TEST(SetLeader, RefusesWhomIdentityDoesNotKnow) {
  auto draft = Written();
  EXPECT_EQ(SetLeader({}, draft).error().reason, "ROLE_MISSING");
}

TEST(CheckPeople, NamesThoseWhoDoNotExist) {
  S draft;
  draft.add_team()->set_display_name("somebody without a name of ours");
  draft.add_team()->set_person("people/me");
  draft.add_team()->set_person("people/ghost");
  draft.add_avoided_experts("people/ghost2");
  EXPECT_THAT(PeopleIn(draft), UnorderedElementsAre("people/me", "people/ghost", "people/ghost2"));
  EXPECT_THAT(FieldsOf(CheckPeople(draft, People())),
              UnorderedElementsAre("submission.team[2].person NOT_FOUND",
                                   "submission.avoided_experts[0] NOT_FOUND"));
}

TEST(IsDate, KnowsTheCalendar) {
  for (const auto* day : {"2022-03-01", "2024-02-29", "2000-02-29", "9999-12-31"}) {
    EXPECT_TRUE(IsDate(day)) << day;
  }
  for (const auto* other :
       {"2023-02-29", "1900-02-29", "2022-13-01", "2022-00-10", "2022-04-31", "22-04-01",
        "2022/04/01", "2022-4-1", "0000-01-01", "2022-04-0x", "", "2022-04-01 ", "-022-04-01"}) {
    EXPECT_FALSE(IsDate(other)) << other;
  }
}

TEST(IsDiscipline, HasThreeFiveOrSevenDigits) {
  for (const auto* code : {"210", "21030", "2103020"}) EXPECT_TRUE(IsDiscipline(code)) << code;
  for (const auto* other : {"", "2", "21", "2100", "210302", "21030201", "21a", "２１０"}) {
    EXPECT_FALSE(IsDiscipline(other)) << other;
  }
}

}  // namespace
}  // namespace redpeak::submissions
