#include "services/submissions/sending.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using ::testing::ElementsAre;
using ::testing::UnorderedElementsAre;
using S = v1::Submission;

calls::v1::Call SampleCall() {
  calls::v1::Call call;
  call.set_name("calls/2022");
  auto& category = *call.add_categories();
  category.set_code("general");
  category.set_ceiling_fen(2'000'000);
  call.add_categories()->set_code("self-funded");
  auto& slot = *call.add_attachment_slots();
  slot.set_code("statement");
  slot.set_required(true);
  call.add_attachment_slots()->set_code("other");
  return call;
}

S Complete() {
  S submission;
  submission.set_name("submissions/s1");
  submission.set_call("calls/2022");
  submission.set_title("课题");
  submission.set_category("general");
  submission.set_discipline("210");
  submission.set_amount_fen(2'000'000);
  submission.set_start_date("2022-07-01");
  submission.set_end_date("2022-07-01");
  submission.set_abstract("摘要");
  submission.set_unit("organisations/host");
  submission.add_team()->set_display_name("李四");
  submission.add_attachments()->set_slot("statement");
  submission.set_etag("3");
  return submission;
}

Result<void> Check(const S& submission) {
  const auto form = Form::Compile(R"({"properties":{"budget":{"type":"integer"}}})");
  return CheckComplete(submission, SampleCall(), **form, *ParseForm(submission.form()));
}

std::vector<std::string> FieldsOf(const Result<void>& result) {
  std::vector<std::string> fields;
  for (const auto& violation : result.error().violations) {
    fields.push_back(violation.field + " " + violation.rule);
  }
  return fields;
}

TEST(CheckComplete, TakesWhatIsComplete) { EXPECT_TRUE(Check(Complete())); }

TEST(CheckComplete, NamesEverythingAtOnce) {
  S bare;
  bare.set_title(" 　");
  bare.add_team();
  bare.set_form(R"({"budget":"much"})");
  const auto checked = Check(bare);
  EXPECT_EQ(checked.error().reason, "FIELD_INVALID");
  EXPECT_THAT(
      FieldsOf(checked),
      UnorderedElementsAre("title REQUIRED", "unit REQUIRED", "category REQUIRED",
                           "discipline REQUIRED", "abstract REQUIRED", "start_date REQUIRED",
                           "end_date REQUIRED", "team[0].display_name REQUIRED",
                           "form.budget MALFORMED", "attachments ATTACHMENT_MISSING"));
}

TEST(CheckComplete, EndsAfterItsStart) {
  auto submission = Complete();
  submission.set_end_date("2022-06-30");
  EXPECT_THAT(FieldsOf(Check(submission)), ElementsAre("end_date OUT_OF_RANGE"));
}

TEST(CheckComplete, TheCeilingAloneHasAReasonOfItsOwn) {
  auto submission = Complete();
  submission.set_amount_fen(2'000'001);
  const auto checked = Check(submission);
  EXPECT_EQ(checked.error().reason, "OVER_CEILING");
  EXPECT_EQ(checked.error().metadata.at("ceiling_fen"), "2000000");
  EXPECT_THAT(FieldsOf(checked), ElementsAre("amount_fen OVER_CEILING"));
}

TEST(CheckComplete, NothingIsGrantedUnderACeilingOfZero) {
  auto submission = Complete();
  submission.set_category("self-funded");
  EXPECT_EQ(Check(submission).error().reason, "OVER_CEILING");
  submission.set_amount_fen(0);
  EXPECT_TRUE(Check(submission));
}

TEST(CheckComplete, AMissingAttachmentAloneHasAReasonOfItsOwn) {
  auto submission = Complete();
  submission.mutable_attachments(0)->set_slot("other");
  const auto checked = Check(submission);
  EXPECT_EQ(checked.error().reason, "ATTACHMENT_MISSING");
  EXPECT_EQ(checked.error().metadata.at("slot"), "statement");
}

TEST(TakeSlot, TakesTheFirstFreePlace) {
  EXPECT_EQ(TakeSlot(2, 0, {}), 1);
  EXPECT_EQ(TakeSlot(2, 0, {{"submissions/a", 1}}), 2);
  EXPECT_EQ(TakeSlot(2, 0, {{"submissions/a", 2}}), 1);
  EXPECT_EQ(TakeSlot(1, 1, {{"submissions/a", 1}}), 1) << "it keeps its own";
  EXPECT_EQ(TakeSlot(0, 0, {{"submissions/a", 1}}), 0) << "no limit";
}

TEST(TakeSlot, NamesTheOtherWhereNoneIsFree) {
  const auto taken = TakeSlot(1, 0, {{"submissions/a", 1}});
  ASSERT_FALSE(taken);
  EXPECT_EQ(taken.error().reason, "LEADER_QUOTA");
  EXPECT_EQ(taken.error().metadata.at("other"), "submissions/a");
}

TEST(CanonicalContent, HasOneSpelling) {
  auto submission = Complete();
  submission.set_form("{ \"b\" : 1.50, \"a\" : \"\\u8349\" }");
  auto same = submission;
  same.set_form(R"({"a":"草","b":1.5})");
  const auto content = CanonicalContent(submission, *ParseForm(submission.form()));
  EXPECT_EQ(content, CanonicalContent(same, *ParseForm(same.form())));
  EXPECT_THAT(content, ::testing::HasSubstr(R"("form":{"a":"草","b":1.5})"));
  EXPECT_THAT(content,
              ::testing::StartsWith(R"({"abstract":"摘要","amount_fen":2000000,"attachments")"));
}

TEST(CanonicalContent, ChangesWithEveryFieldThatIsSent) {
  const auto content = [](const S& s) { return CanonicalContent(s, *ParseForm(s.form())); };
  const auto before = content(Complete());
  auto other = Complete();
  other.mutable_attachments(0)->set_sha256(std::string(32, 'x'));
  EXPECT_NE(content(other), before);
  other = Complete();
  other.mutable_team(0)->set_unit_name("单位");
  EXPECT_NE(content(other), before);
  other = Complete();
  other.add_avoided_experts("people/e1");
  EXPECT_NE(content(other), before);
}

TEST(MarkSent, MakesItWhatItIsOnceItIsSent) {
  auto submission = Complete();
  submission.set_note("please correct");
  *submission.mutable_endorse_time() = ToProto(FromMicros(1));
  const auto now = FromMicros(1'650'000'000'000'000);
  MarkSent(SampleCall(), "CF2022-000001", "digest", now, submission);
  EXPECT_EQ(submission.state(), S::SUBMITTED);
  EXPECT_EQ(submission.status(), S::AWAITING_CHECK);
  EXPECT_EQ(submission.receipt().number(), "CF2022-000001");
  EXPECT_EQ(FromProto(submission.receipt().submit_time()), now);
  EXPECT_EQ(submission.etag(), "4");
  EXPECT_EQ(submission.note(), "");
  EXPECT_FALSE(submission.has_endorse_time());
}

}  // namespace
}  // namespace redpeak::submissions
