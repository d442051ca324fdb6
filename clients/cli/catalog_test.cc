#include "clients/cli/catalog.h"

#include <gtest/gtest.h>

#include <set>

#include "clients/cli/command.h"
#include "clients/cli/names.h"
#include "clients/cli/verb.h"
#include "redpeak/errors/v1/reason.pb.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;

const Catalog& Chinese() { return Catalog::In(Language::kChinese); }
const Catalog& English() { return Catalog::In(Language::kEnglish); }

// Fails with what to add, and where.
void ExpectText(const std::string& key) {
  EXPECT_TRUE(Chinese().Find(key)) << "clients/cli/messages/zh.json has no " << key;
  EXPECT_TRUE(English().Find(key)) << "clients/cli/messages/en.json has no " << key;
}

std::set<std::string> PlacesIn(const std::string& text) {
  std::set<std::string> places;
  for (size_t open = text.find('{'); open != std::string::npos; open = text.find('{', open + 1)) {
    places.insert(text.substr(open, text.find('}', open) - open));
  }
  return places;
}

// Types of messages that answers are made of, with those inside.
void AddTypes(const Descriptor* type, std::set<const Descriptor*>& types) {
  if (!type->full_name().starts_with("redpeak.") || !types.insert(type).second) return;
  if (type->full_name() == "redpeak.events.v1.Event") return;  // details are shown without labels
  for (int i = 0; i < type->field_count(); ++i) {
    if (type->field(i)->message_type() != nullptr) AddTypes(type->field(i)->message_type(), types);
  }
}

// The messages that users send and get.
std::set<const Descriptor*> PublicTypes() {
  std::set<const Descriptor*> types;
  for (const auto* service : Services()) {
    for (int i = 0; i < service->method_count(); ++i) {
      if (IsInternal(*service->method(i))) continue;
      AddTypes(service->method(i)->input_type(), types);
      AddTypes(service->method(i)->output_type(), types);
    }
  }
  return types;
}

TEST(CatalogTest, BothLanguagesHaveTheSameKeysAndPlaces) {
  for (const auto& [key, text] : Chinese().texts()) {
    ASSERT_TRUE(English().texts().contains(key)) << key << " is not in en.json";
    EXPECT_EQ(PlacesIn(text), PlacesIn(English().texts().at(key))) << key;
  }
  EXPECT_EQ(Chinese().texts().size(), English().texts().size());
}

TEST(CatalogTest, EveryReasonHasAText) {
  const auto* reasons = errors::v1::Reason_descriptor();
  for (int i = 1; i < reasons->value_count(); ++i) ExpectText("error/" + reasons->value(i)->name());
}

TEST(CatalogTest, EveryCommandAndArgumentIsExplained) {
  const auto verbs = AllVerbs();
  for (const auto& noun : NounsOf(verbs)) ExpectText("noun/" + noun);
  for (const auto& verb : verbs) {
    ExpectText(HelpKey(verb));
    for (const auto& arg : verb.args) {
      if (!arg.label.empty()) ExpectText(arg.label);
    }
  }
  for (const auto& arg : GlobalArgs()) ExpectText(arg.label);
}

TEST(CatalogTest, EveryFieldHasALabel) {
  for (const auto* type : PublicTypes()) {
    for (int i = 0; i < type->field_count(); ++i) {
      const auto* field = type->field(i);
      const auto key = "field/" + field->name();
      const auto own_key = "field/" + type->full_name().substr(8) + "." + field->name();
      if (!Chinese().Find(own_key)) ExpectText(key);
    }
  }
}

TEST(CatalogTest, EveryValueOfEveryEnumHasALabel) {
  std::set<const EnumDescriptor*> enums;
  for (const auto* type : PublicTypes()) {
    for (int i = 0; i < type->field_count(); ++i) {
      if (type->field(i)->enum_type() != nullptr) enums.insert(type->field(i)->enum_type());
    }
  }
  for (const auto* type : enums) {
    const auto name = type->full_name().substr(std::string("redpeak.").size());
    for (int i = 1; i < type->value_count(); ++i) {  // 0 says that there is none
      ExpectText("enum/" + name + "/" + type->value(i)->name());
    }
  }
}

TEST(CatalogTest, FillsPlacesAndForgetsThoseThatNothingFills) {
  EXPECT_EQ(English().Text("ui/counted", {{"label", "items"}, {"count", "3"}}), "items (3)");
  EXPECT_EQ(English().Text("ui/counted", {{"count", "3"}}), " (3)");
  EXPECT_EQ(English().Text("no/such"), "no/such");
}

TEST(CatalogTest, IsChineseUnlessEnglishIsAskedFor) {
  EXPECT_EQ(LanguageOf("en_GB.UTF-8"), Language::kEnglish);
  EXPECT_EQ(LanguageOf("zh_CN.UTF-8"), Language::kChinese);
  EXPECT_EQ(LanguageOf("C"), Language::kChinese);
}

}  // namespace
}  // namespace redpeak::cli
