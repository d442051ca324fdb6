#include <google/protobuf/duration.pb.h>
#include <google/protobuf/text_format.h>
#include <google/protobuf/timestamp.pb.h>

#include <array>
#include <cstdio>

#include "clients/cli/names.h"
#include "clients/cli/units.h"
#include "clients/cli/value.h"

namespace redpeak::cli {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

// Numbers that are 0 only while nobody knows, or may see, what they are.
bool IsUnknownWhenZero(const FieldDescriptor& field) {
  return field.name() == "score" || field.name() == "total" || field.name() == "affinity" ||
         field.name() == "birth_year";
}

std::string Hex(const std::string& bytes) {
  static constexpr char kDigits[] = "0123456789abcdef";
  std::string hex;
  for (const char c : bytes) {
    const auto byte = static_cast<unsigned char>(c);
    hex += {kDigits[byte / 16], kDigits[byte % 16]};
  }
  return hex;
}

std::string TwoDecimals(double value) {
  std::array<char, 32> text{};
  const auto size = std::snprintf(text.data(), text.size(), "%.2f", value);
  return {text.data(), static_cast<size_t>(size)};
}

std::string FormatInside(const Catalog& catalog, const Message& message, bool brief) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  std::string joined;
  for (const auto* field : fields) {
    joined += (joined.empty() ? "" : ":") + FormatField(catalog, message, *field, brief);
  }
  return joined;
}

std::string FormatMessage(const Catalog& catalog, const Message& message,
                          const FieldDescriptor& field, bool brief) {
  using google::protobuf::Duration;
  using google::protobuf::Timestamp;
  if (IsTimestamp(field)) return FormatTime(static_cast<const Timestamp&>(message).seconds());
  if (IsDuration(field)) return FormatDuration(static_cast<const Duration&>(message).seconds());
  return FormatInside(catalog, message, brief);
}

std::string FormatText(const Catalog& catalog, const FieldDescriptor& field,
                       const std::string& text, bool brief) {
  if (field.type() == FieldDescriptor::TYPE_BYTES) return Hex(text);
  if (HoldsName(field)) return brief ? Shorten(text) : text;
  const auto meaning = catalog.Find("value/" + field.name() + "/" + text).value_or(text);
  if (meaning == text) return text;
  return catalog.Text("form/described", {{"text", text}, {"form", meaning}});
}

// A number as it is; `index` is -1 unless the field is repeated.
std::string FormatPlain(const Message& message, const FieldDescriptor& field, int index) {
  std::string text;
  google::protobuf::TextFormat::PrintFieldValueToString(message, &field, index, &text);
  return text;
}

// A field that is not repeated.
std::string FormatOne(const Catalog& catalog, const Message& message, const FieldDescriptor& field,
                      bool brief) {
  const auto* reflection = message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return FormatText(catalog, field, reflection->GetString(message, &field), brief);
    case FieldDescriptor::CPPTYPE_MESSAGE:
      return FormatMessage(catalog, reflection->GetMessage(message, &field), field, brief);
    case FieldDescriptor::CPPTYPE_ENUM:
      return LabelOf(catalog, *reflection->GetEnum(message, &field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return catalog.Text(reflection->GetBool(message, &field) ? "ui/yes" : "ui/no");
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return TwoDecimals(reflection->GetDouble(message, &field));
    default:
      return IsMoney(field) ? FormatMoney(reflection->GetInt64(message, &field))
                            : FormatPlain(message, field, -1);
  }
}

// One value of a repeated field.
std::string FormatElement(const Catalog& catalog, const Message& message,
                          const FieldDescriptor& field, int index, bool brief) {
  const auto* reflection = message.GetReflection();
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_STRING) {
    return FormatText(catalog, field, reflection->GetRepeatedString(message, &field, index), brief);
  }
  if (field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM) {
    return LabelOf(catalog, *reflection->GetRepeatedEnum(message, &field, index));
  }
  if (field.cpp_type() != FieldDescriptor::CPPTYPE_MESSAGE)
    return FormatPlain(message, field, index);
  return FormatMessage(catalog, reflection->GetRepeatedMessage(message, &field, index), field,
                       brief);
}

}  // namespace

std::string FormatField(const Catalog& catalog, const Message& message,
                        const FieldDescriptor& field, bool brief) {
  if (!field.is_repeated()) {
    return HasValue(message, field) ? FormatOne(catalog, message, field, brief) : "";
  }
  std::string joined;
  for (int i = 0; i < message.GetReflection()->FieldSize(message, &field); ++i) {
    joined += (i == 0 ? "" : "; ") + FormatElement(catalog, message, field, i, brief);
  }
  return joined;
}

bool HasValue(const Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (field.is_repeated()) return reflection->FieldSize(message, &field) > 0;
  const auto empty_is_nothing = field.has_presence() || IsUnknownWhenZero(field) ||
                                field.cpp_type() == FieldDescriptor::CPPTYPE_STRING ||
                                field.cpp_type() == FieldDescriptor::CPPTYPE_ENUM;
  return !empty_is_nothing || reflection->HasField(message, &field);
}

bool IsMoney(const FieldDescriptor& field) {
  return field.cpp_type() == FieldDescriptor::CPPTYPE_INT64 && field.name().ends_with("_fen");
}

}  // namespace redpeak::cli
