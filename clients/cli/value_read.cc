#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/field_mask_util.h>
#include <google/protobuf/util/json_util.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"
#include "clients/cli/names.h"
#include "clients/cli/units.h"
#include "clients/cli/value.h"

namespace redpeak::cli {
namespace {

using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using nlohmann::json;

void SetText(Message& message, const FieldDescriptor& field, std::string text) {
  const auto* reflection = message.GetReflection();
  if (field.is_repeated()) return reflection->AddString(&message, &field, std::move(text));
  reflection->SetString(&message, &field, std::move(text));
}

Result<std::string> ReadText(const FieldDescriptor& field, const std::string& text) {
  if (field.type() == FieldDescriptor::TYPE_BYTES) return ReadFile(text);
  if (text.starts_with("@@")) return text.substr(1);
  if (text.starts_with('@')) return ReadFile(text.substr(1));
  return Expand(PatternOf(field), text);
}

// The value's name by its name in any case, or by what it is called in either language; else the
// text.
std::string FindEnumValue(const EnumDescriptor& type, const std::string& text) {
  auto name = text;
  std::transform(name.begin(), name.end(), name.begin(), [](unsigned char c) {
    return c == '-' ? '_' : static_cast<char>(std::toupper(c));
  });
  if (type.FindValueByName(name) != nullptr) return name;
  for (int i = 0; i < type.value_count(); ++i) {
    for (const auto language : {Language::kChinese, Language::kEnglish}) {
      if (LabelOf(Catalog::In(language), *type.value(i)) == text) return type.value(i)->name();
    }
  }
  return text;
}

json BoolOf(const std::string& text) {
  if (text == "true" || text == "yes" || text == "是") return true;
  if (text == "false" || text == "no" || text == "否") return false;
  return text;
}

// Seconds as the text that protobuf's JSON has for a timestamp.
std::string TimestampText(int64_t seconds) {
  google::protobuf::Timestamp timestamp;
  timestamp.set_seconds(seconds);
  std::string quoted;
  if (!google::protobuf::util::MessageToJsonString(timestamp, &quoted).ok()) return {};
  return json::parse(quoted).get<std::string>();
}

// The field's value as JSON; the text itself where it is none, which the JSON reader refuses then.
json JsonOf(const FieldDescriptor& field, const std::string& text) {
  if (IsTimestamp(field)) {
    const auto seconds = ParseTime(text);
    return seconds ? TimestampText(*seconds) : text;
  }
  if (IsDuration(field)) {
    const auto seconds = ParseDuration(text);
    return seconds ? std::to_string(*seconds) + "s" : text;
  }
  if (IsMoney(field)) {
    const auto fen = ParseMoney(text);
    return fen ? std::to_string(*fen) : text;
  }
  if (field.type() == FieldDescriptor::TYPE_ENUM) return FindEnumValue(*field.enum_type(), text);
  if (field.type() == FieldDescriptor::TYPE_BOOL) return BoolOf(text);
  if (field.type() == FieldDescriptor::TYPE_MESSAGE) return json::parse(text, nullptr, false);
  return text;
}

std::string ExpectedOf(const FieldDescriptor& field) {
  if (IsTimestamp(field)) return "time";
  if (IsDuration(field)) return "duration";
  if (IsMoney(field)) return "money";
  if (field.type() == FieldDescriptor::TYPE_ENUM) return ValuesOf(*field.enum_type());
  if (field.type() == FieldDescriptor::TYPE_BOOL) return "bool";
  return field.type() == FieldDescriptor::TYPE_MESSAGE ? "message" : "number";
}

// "a:b:c" as the message's first fields; the last takes what is left.
Result<void> ReadParts(Message& message, std::string_view text, const std::string& argument) {
  const auto& type = *message.GetDescriptor();
  for (int i = 0; i < type.field_count() && !text.empty(); ++i) {
    const auto colon =
        i + 1 < type.field_count() ? std::min(text.find(':'), text.size()) : text.size();
    const std::string part(text.substr(0, colon));
    if (!part.empty()) REDPEAK_RETURN_IF_ERROR(SetField(message, *type.field(i), part, argument));
    text.remove_prefix(std::min(colon + 1, text.size()));
  }
  return {};
}

Result<void> SetByJson(Message& message, const FieldDescriptor& field, const std::string& text,
                       const std::string& argument) {
  auto value = JsonOf(field, text);
  if (value.is_discarded()) return ValueWrong(argument, text, ExpectedOf(field));
  if (field.is_repeated() && !value.is_array()) value = json::array({value});
  const auto wrapped = NewMessage(*message.GetDescriptor());
  const auto status = google::protobuf::util::JsonStringToMessage(
      json{{field.name(), value}}.dump(), wrapped.get());
  if (!status.ok()) return ValueWrong(argument, text, ExpectedOf(field));
  if (!field.is_repeated()) message.GetReflection()->ClearField(&message, &field);
  message.MergeFrom(*wrapped);
  return {};
}

}  // namespace

Result<void> SetField(Message& message, const FieldDescriptor& field, const std::string& text,
                      const std::string& argument) {
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    REDPEAK_ASSIGN_OR_RETURN(auto value, ReadText(field, text));
    SetText(message, field, std::move(value));
    return {};
  }
  const auto* reflection = message.GetReflection();
  if (IsFieldMask(field)) {
    auto* mask = static_cast<FieldMask*>(reflection->MutableMessage(&message, &field));
    google::protobuf::util::FieldMaskUtil::FromString(text, mask);
    return {};
  }
  if (!IsOwnMessage(field) || text.starts_with('{') || text.starts_with('[')) {
    return SetByJson(message, field, text, argument);
  }
  auto* inside = field.is_repeated() ? reflection->AddMessage(&message, &field)
                                     : reflection->MutableMessage(&message, &field);
  return ReadParts(*inside, text, argument);
}

Message& ParentOf(Message& root, const FieldPath& path) {
  auto* parent = &root;
  for (size_t i = 0; i + 1 < path.size(); ++i)
    parent = parent->GetReflection()->MutableMessage(parent, path[i]);
  return *parent;
}

}  // namespace redpeak::cli
