#include "services/review/blind_form.h"

#include <gmock/gmock.h>

#include <nlohmann/json.hpp>

namespace redpeak::review {
namespace {

using nlohmann::json;

json Hidden(const std::string& form, const std::string& schema) {
  return json::parse(HideIdentifying(form, schema));
}

TEST(BlindForm, LeavesMarkedPropertiesOut) {
  EXPECT_EQ(Hidden(R"({"significance": "大", "foundation": "张三"})", R"({"properties": {
                "significance": {"type": "string"},
                "foundation": {"type": "string", "x-identifying": true}}})"),
            json::parse(R"({"significance": "大"})"));
}

TEST(BlindForm, LooksIntoObjectsAndArrays) {
  const auto schema = R"({"properties": {
      "plan": {"type": "object", "properties": {
          "goal": {}, "author": {"x-identifying": true}}},
      "papers": {"type": "array", "items": {"properties": {
          "title": {}, "first_author": {"x-identifying": true}}}}}})";
  EXPECT_EQ(Hidden(R"({"plan": {"goal": "甲", "author": "张三"},
                       "papers": [{"title": "乙", "first_author": "张三"}]})",
                   schema),
            json::parse(R"({"plan": {"goal": "甲"}, "papers": [{"title": "乙"}]})"));
}

TEST(BlindForm, LeavesOutWhatTheSchemaDoesNotName) {
  EXPECT_EQ(Hidden(R"({"goal": "甲", "leader": "张三", "more": {"leader": "张三"}})",
                   R"({"properties": {"goal": {}, "more": {}}})"),
            json::parse(R"({"goal": "甲", "more": {}})"));
}

TEST(BlindForm, FollowsReferencesAndCombinations) {
  const auto schema = R"({
      "definitions": {"member": {"properties": {"role": {}, "name": {"x-identifying": true}}}},
      "allOf": [{"properties": {"members": {"items": {"$ref": "#/definitions/member"}}}},
                {"$ref": "#"}],
      "if": {}, "then": {"properties": {"goal": {"x-identifying": true}}},
      "properties": {"goal": {}}})";
  EXPECT_EQ(Hidden(R"({"goal": "甲", "members": [{"role": "统计", "name": "张三"}]})", schema),
            json::parse(R"({"members": [{"role": "统计"}]})"));
}

TEST(BlindForm, KnowsTuples) {
  EXPECT_EQ(Hidden(R"({"pair": ["张三", "甲"]})",
                   R"({"properties": {"pair": {"items": [{"x-identifying": true}, {}]}}})"),
            json::parse(R"({"pair": ["甲"]})"));
}

TEST(BlindForm, IsEmptyWhereItCannotBeRead) {
  EXPECT_EQ(HideIdentifying("{", "{}"), "{}");
  EXPECT_EQ(HideIdentifying(R"({"a": 1})", "张三"), "{}");
  EXPECT_EQ(HideIdentifying(R"(["张三"])", R"({"items": {}})"), "{}");
}

// Every field that there is, by reflection, so that new ones are met, too.
void FillIn(google::protobuf::Message& message) {
  using google::protobuf::FieldDescriptor;
  const auto* reflection = message.GetReflection();
  for (int i = 0; i < message.GetDescriptor()->field_count(); ++i) {
    const auto* field = message.GetDescriptor()->field(i);
    if (field->cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
      const auto text = "身份" + field->name();
      field->is_repeated() ? reflection->AddString(&message, field, text)
                           : reflection->SetString(&message, field, text);
    } else if (field->cpp_type() == FieldDescriptor::CPPTYPE_MESSAGE) {
      FillIn(field->is_repeated() ? *reflection->AddMessage(&message, field)
                                  : *reflection->MutableMessage(&message, field));
    }
  }
}

TEST(BlindForm, AnExpertReadsTheWorkOnly) {
  submissions::v1::Submission submission;
  FillIn(submission);
  submission.set_form(R"({"goal": "甲", "foundation": "身份"})");
  submission.mutable_attachments(0)->set_shown_to_experts(true);
  submission.add_attachments()->set_name("submissions/s1/attachments/身份");
  calls::v1::Call call;
  call.set_blindness(calls::v1::Call::DOUBLE_BLIND);
  call.set_form_schema(R"({"properties": {"goal": {}}})");
  const auto shown = ForExpert(submission, call);
  EXPECT_EQ(shown.title(), "身份title");
  EXPECT_EQ(shown.abstract(), "身份abstract");
  EXPECT_EQ(shown.form(), R"({"goal":"甲"})");
  ASSERT_EQ(shown.attachments_size(), 1);
  EXPECT_EQ(shown.attachments(0).slot(), "身份slot");
  EXPECT_EQ(shown.attachments(0).file_name(), "");
  std::vector<const google::protobuf::FieldDescriptor*> set;
  shown.GetReflection()->ListFields(shown, &set);
  std::vector<std::string> names;
  for (const auto* field : set) names.push_back(field->name());
  EXPECT_THAT(
      names, ::testing::ElementsAre("name", "call", "title", "category", "discipline", "start_date",
                                    "end_date", "abstract", "keywords", "form", "attachments"));
}

TEST(BlindForm, SingleBlindShowsTheWholeForm) {
  submissions::v1::Submission submission;
  submission.set_form(R"({"foundation": "张三"})");
  submission.set_leader_name("张三");
  calls::v1::Call call;
  call.set_blindness(calls::v1::Call::SINGLE_BLIND);
  call.set_form_schema(R"({"properties": {"foundation": {"x-identifying": true}}})");
  EXPECT_EQ(ForExpert(submission, call).form(), submission.form());
  EXPECT_EQ(ForExpert(submission, call).leader_name(), "");
}

}  // namespace
}  // namespace redpeak::review
