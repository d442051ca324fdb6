#include "services/submissions/form.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using ::testing::UnorderedElementsAre;

constexpr char kSchema[] = R"({
  "type": "object",
  "required": ["significance", "budget"],
  "additionalProperties": false,
  "properties": {
    "significance": {"type": "string", "minLength": 2, "maxLength": 10},
    "kind": {"enum": ["applied", "basic"]},
    "start": {"type": "string", "format": "date"},
    "budget": {"type": "object", "required": ["travel"], "properties": {
      "travel": {"type": "integer", "minimum": 0, "maximum": 50000},
      "books": {"type": "number", "multipleOf": 5}}},
    "outputs": {"type": "array", "minItems": 1, "maxItems": 2, "uniqueItems": true, "items": {
      "type": "object", "required": ["kind"], "properties": {"kind": {"type": "string"}}}}
  }})";

// The violations of a form as "field RULE limit".
std::vector<std::string> Wrong(const std::string& answers, const char* schema = kSchema) {
  const auto form = Form::Compile(schema);
  EXPECT_TRUE(form.has_value());
  Violations violations;
  (*form)->Check(*ParseForm(answers), violations);
  std::vector<std::string> told;
  const auto checked = violations.Check();
  if (checked) return told;
  for (const auto& one : checked.error().violations) {
    told.push_back(one.field + " " + one.rule + (one.limit.empty() ? "" : " " + one.limit));
    EXPECT_FALSE(one.description.empty());
  }
  return told;
}

TEST(Form, TakesWhatFits) {
  EXPECT_THAT(Wrong(R"({"significance":"意义","budget":{"travel":0},"outputs":[{"kind":"a"}]})"),
              UnorderedElementsAre());
}

TEST(Form, NamesWhatIsMissing) {
  EXPECT_THAT(Wrong(""),
              UnorderedElementsAre("form.significance REQUIRED", "form.budget REQUIRED"));
  EXPECT_THAT(Wrong(R"({"significance":"意义","budget":{}})"),
              UnorderedElementsAre("form.budget.travel REQUIRED"));
}

TEST(Form, NamesTheFieldTheRuleAndTheLimit) {
  EXPECT_THAT(Wrong(R"({"significance":"一二三四五六七八九十一","budget":{"travel":50001}})"),
              UnorderedElementsAre("form.significance TOO_LONG 10",
                                   "form.budget.travel OUT_OF_RANGE 50000"));
  EXPECT_THAT(
      Wrong(R"({"significance":"一","budget":{"travel":-1,"books":7}})"),
      UnorderedElementsAre("form.significance TOO_SHORT 2", "form.budget.travel OUT_OF_RANGE 0",
                           "form.budget.books NOT_MULTIPLE 5"));
  EXPECT_THAT(Wrong(R"({"significance":3,"budget":{"travel":1},"kind":"x","start":"1 May"})"),
              UnorderedElementsAre("form.significance MALFORMED", "form.kind UNKNOWN",
                                   "form.start MALFORMED"));
}

TEST(Form, NamesWhatIsNotOfTheForm) {
  EXPECT_THAT(Wrong(R"({"significance":"意义","budget":{"travel":1},"extra":1})"),
              UnorderedElementsAre("form.extra UNKNOWN_FIELD"));
}

TEST(Form, CountsEntries) {
  const std::string begin = R"({"significance":"意义","budget":{"travel":1},"outputs":)";
  EXPECT_THAT(Wrong(begin + "[]}"), UnorderedElementsAre("form.outputs TOO_FEW 1"));
  EXPECT_THAT(Wrong(begin + R"([{"kind":"a"},{"kind":1}]})"),
              UnorderedElementsAre("form.outputs[1].kind MALFORMED"));
  EXPECT_THAT(Wrong(begin + R"([{"kind":"a"},{"kind":"a"}]})"),
              UnorderedElementsAre("form.outputs DUPLICATE"));
  EXPECT_THAT(Wrong(begin + R"([{"kind":"a"},{"kind":"b"},{}]})"),
              UnorderedElementsAre("form.outputs TOO_MANY 2", "form.outputs[2].kind REQUIRED"));
}

TEST(Form, NeverShowsTheLibrarysWords) {
  const auto form = Form::Compile(R"({"not": {"required": ["a"]}})");
  Violations violations;
  (*form)->Check(*ParseForm(R"({"a":1})"), violations);
  const auto error = std::move(violations.Check()).error();
  ASSERT_EQ(error.violations.size(), 1U);
  EXPECT_EQ(error.violations[0].field, "form");
  EXPECT_THAT(error.violations[0].description, ::testing::Not(::testing::HasSubstr("constraint")));
}

TEST(Form, WithoutASchemaTakesAnything) {
  EXPECT_THAT(Wrong(R"({"a":[1,2,{"b":null}]})", ""), UnorderedElementsAre());
}

TEST(Form, WhatIsNoSchemaIsOurFault) {
  EXPECT_EQ(Form::Compile("{").error().code, Code::kInternal);
}

TEST(ParseForm, WantsAnObjectThatIsNotTooDeep) {
  EXPECT_TRUE(ParseForm(""));
  EXPECT_TRUE(ParseForm("{}"));
  for (const auto* wrong : {"[]", "3", "{", "{\"a\":}", "null", "{} {}", "{\"a\":\"\\ud800\"}"}) {
    EXPECT_FALSE(ParseForm(wrong)) << wrong;
  }
  std::string deep = "{\"a\":1}";
  for (int i = 0; i < 30; ++i) deep = "{\"a\":" + deep + "}";
  EXPECT_TRUE(ParseForm(deep));
  for (int i = 0; i < 50'000; ++i) deep = "{\"a\":" + deep + "}";
  EXPECT_FALSE(ParseForm(deep));
}

TEST(ParseForm, KeepsMarkupAsText) {
  const auto form = ParseForm(R"({"a":"<script>alert(1)</script>"})");
  EXPECT_EQ((*form)["a"], "<script>alert(1)</script>");
}

}  // namespace
}  // namespace redpeak::submissions
