#include "services/calls/form_schema.h"

#include <gmock/gmock.h>

#include <string>

#include "services/calls/complete_call.h"

namespace redpeak::calls {
namespace {

std::string RuleOf(std::string_view schema) {
  const auto fault = FormSchemaFault("form", schema);
  return fault ? fault->rule : "";
}

std::string Form(const std::string& properties) {
  return R"({"type": "object", "properties": {)" + properties + "}}";
}

TEST(FormSchema, TakesAFormOfObjects) {
  EXPECT_EQ(RuleOf(testing::CompleteCall().form_schema()), "");
  EXPECT_EQ(RuleOf(Form(R"("budget": {"type": "array", "items": {"type": "object"}})")), "");
}

TEST(FormSchema, RefusesWhatIsNoSchemaOfAnObject) {
  EXPECT_EQ(RuleOf(""), "REQUIRED");
  EXPECT_EQ(RuleOf("{"), "JSON_MALFORMED");
  EXPECT_EQ(RuleOf("[]"), "SCHEMA_NOT_OBJECT");
  EXPECT_EQ(RuleOf("true"), "SCHEMA_NOT_OBJECT");
  EXPECT_EQ(RuleOf(R"({"type": "string"})"), "SCHEMA_NOT_OBJECT");
  EXPECT_EQ(RuleOf(R"({"type": "object"})"), "SCHEMA_NOT_OBJECT");
  EXPECT_EQ(RuleOf(Form(R"("a": {"type": "string", "maxLength": -1})")), "SCHEMA_INVALID");
  EXPECT_EQ(RuleOf(Form(R"("a": {"required": "b"})")), "SCHEMA_INVALID");
  EXPECT_EQ(RuleOf(Form(R"("a": 3)")), "SCHEMA_INVALID");
}

TEST(FormSchema, RefusesWhatCouldBringTheServerDown) {
  EXPECT_EQ(RuleOf(Form(R"("a": {"$ref": "#"})")), "SCHEMA_KEYWORD");
  EXPECT_EQ(RuleOf(Form(R"("a": {"pattern": "(a+)+$"})")), "SCHEMA_KEYWORD");
  EXPECT_EQ(RuleOf(Form(R"("a": {"items": [{"multipleOf": 0}]})")), "SCHEMA_KEYWORD");
  std::string deep;
  for (int i = 0; i < 10'000; ++i) deep += R"({"not":)";
  EXPECT_EQ(RuleOf(deep), "SCHEMA_TOO_DEEP");
}

TEST(FormSchema, LetsAFieldBeCalledAsAKeyword) {
  EXPECT_EQ(RuleOf(Form(R"("pattern": {"type": "string"})")), "");
  EXPECT_EQ(RuleOf(Form(R"("properties": {"type": "string"})")), "");
}

}  // namespace
}  // namespace redpeak::calls
