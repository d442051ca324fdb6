#include "services/gateway/sheet.h"

#include <google/protobuf/timestamp.pb.h>
#include <unicode/timezone.h>

#include <algorithm>
#include <nlohmann/json.hpp>

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/page.h"
#include "services/base/violations.h"
#include "services/gateway/encoding.h"
#include "services/gateway/json.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;

constexpr std::string_view kSheets = "/sheets";
constexpr size_t kColumnsMax = 200;
constexpr size_t kFileMax = 120;  // bytes
constexpr size_t kHeaderMax = 200;

using Query = std::map<std::string, std::string>;

std::string ValueOf(const Query& query, const char* name, const char* otherwise = "") {
  const auto it = query.find(name);
  return it == query.end() || it->second.empty() ? otherwise : it->second;
}

bool IsTimestamp(const FieldDescriptor& field) {
  return field.message_type() != nullptr &&
         field.message_type()->full_name() == "google.protobuf.Timestamp";
}

// The elements of a list's answer; null where the method is no list of pages.
const FieldDescriptor* RowsOf(const Method& method) {
  const auto& asked = *method.descriptor->input_type();
  const auto& answer = *method.descriptor->output_type();
  const bool pages = asked.FindFieldByName("page_token") != nullptr &&
                     asked.FindFieldByName("page_size") != nullptr &&
                     answer.FindFieldByName("next_page_token") != nullptr;
  if (!pages || !method.safe) return nullptr;
  for (int i = 0; i < answer.field_count(); ++i) {
    const auto* field = answer.field(i);
    if (field->is_repeated() && field->message_type() != nullptr) return field;
  }
  return nullptr;
}

// The fields of a path such as "receipt.number", or none.
std::vector<const FieldDescriptor*> PathOf(const Descriptor& type, std::string_view dotted) {
  std::vector<const FieldDescriptor*> path;
  const auto* inside = &type;
  while (inside != nullptr) {
    const auto dot = dotted.find('.');
    const auto* field = inside->FindFieldByName(std::string(dotted.substr(0, dot)));
    if (field == nullptr || field->is_map()) return {};
    path.push_back(field);
    if (dot == std::string_view::npos) break;
    inside = field->message_type();
    dotted.remove_prefix(dot + 1);
  }
  const bool leaf =
      inside != nullptr && (path.back()->message_type() == nullptr || IsTimestamp(*path.back()));
  return leaf ? path : std::vector<const FieldDescriptor*>();
}

// {"field.path": {"VALUE": "label"}}
Result<nlohmann::json> LabelsOf(const Query& query) {
  const auto text = FromBase64Url(ValueOf(query, "labels"));
  const auto labels = nlohmann::json::parse(text && !text->empty() ? *text : "{}", nullptr, false);
  bool fits = text.has_value() && labels.is_object();
  for (const auto& [path, values] : labels.items()) {
    fits = fits && values.is_object();
    for (const auto& value : values) fits = fits && value.is_string();
  }
  if (fits) return labels;
  return FieldInvalid("labels", "MALFORMED", "",
                      "must be base64url of JSON such as {\"state\":{\"DRAFT\":\"draft\"}}");
}

Result<std::vector<SheetColumn>> ColumnsOf(const Descriptor& row, const Query& query) {
  REDPEAK_ASSIGN_OR_RETURN(const auto labels, LabelsOf(query));
  std::vector<SheetColumn> columns;
  const auto text = ValueOf(query, "columns");
  for (size_t begin = 0; begin < text.size();) {
    const auto end = std::min(text.find(',', begin), text.size());
    const auto word = text.substr(begin, end - begin);
    begin = end + 1;
    const auto colon = std::min(word.find(':'), word.size());
    const auto dotted = word.substr(0, colon);
    SheetColumn column{.path = PathOf(row, dotted)};
    column.header = colon < word.size() ? word.substr(colon + 1) : dotted;
    if (column.path.empty() || column.header.size() > kHeaderMax) {
      return FieldInvalid("columns", "UNKNOWN", dotted,
                          dotted + " is no value of " + row.full_name() +
                              ", or its header is too long; give field.path:Header, separated by "
                              "commas");
    }
    if (labels.contains(dotted)) column.labels = labels[dotted].get<Query>();
    columns.push_back(std::move(column));
  }
  if (columns.empty() || columns.size() > kColumnsMax) {
    return FieldInvalid("columns", "OUT_OF_RANGE", "1..200", "must be 1 to 200 columns");
  }
  return columns;
}

Result<std::string> ZoneOf(const Query& query) {
  auto zone = ValueOf(query, "zone", "Asia/Shanghai");
  const std::unique_ptr<icu::TimeZone> known(
      icu::TimeZone::createTimeZone(icu::UnicodeString::fromUTF8(zone)));
  if (*known != icu::TimeZone::getUnknown()) return zone;
  return FieldInvalid("zone", "UNKNOWN", "", "must be a time zone such as Asia/Shanghai");
}

Result<std::shared_ptr<google::protobuf::Message>> RequestOf(const Method& method,
                                                             const Query& query) {
  const auto text = FromBase64Url(ValueOf(query, "request"));
  if (!text) return FieldInvalid("request", "MALFORMED", "", "must be base64url of JSON");
  std::shared_ptr<google::protobuf::Message> message(method.request->New());
  REDPEAK_RETURN_IF_ERROR(ReadJson(*text, *message));
  const auto& type = *message->GetDescriptor();
  const auto& reflection = *message->GetReflection();
  reflection.SetInt32(message.get(), type.FindFieldByName("page_size"), kPageSizeMax);
  reflection.ClearField(message.get(), type.FindFieldByName("page_token"));
  return message;
}

std::string Yes(bool value, bool english) {
  if (english) return value ? "yes" : "no";
  return value ? "是" : "否";
}

// One value as a text; `index` is -1 for a field that is not repeated.
std::string TextOf(const google::protobuf::Message& message, const FieldDescriptor& field,
                   int index, bool english) {
  const auto& reflection = *message.GetReflection();
  const bool repeated = index >= 0;
  std::string scratch;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING: {
      const auto& text =
          repeated ? reflection.GetRepeatedStringReference(message, &field, index, &scratch)
                   : reflection.GetStringReference(message, &field, &scratch);
      return field.type() == FieldDescriptor::TYPE_BYTES ? Hex(text) : text;
    }
    case FieldDescriptor::CPPTYPE_ENUM: {
      const auto* value = repeated ? reflection.GetRepeatedEnum(message, &field, index)
                                   : reflection.GetEnum(message, &field);
      return value->number() == 0 ? "" : value->name();
    }
    case FieldDescriptor::CPPTYPE_BOOL:
      return Yes(repeated ? reflection.GetRepeatedBool(message, &field, index)
                          : reflection.GetBool(message, &field),
                 english);
    case FieldDescriptor::CPPTYPE_INT32:
      return std::to_string(repeated ? reflection.GetRepeatedInt32(message, &field, index)
                                     : reflection.GetInt32(message, &field));
    case FieldDescriptor::CPPTYPE_INT64:
      return std::to_string(repeated ? reflection.GetRepeatedInt64(message, &field, index)
                                     : reflection.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return std::to_string(repeated ? reflection.GetRepeatedDouble(message, &field, index)
                                     : reflection.GetDouble(message, &field));
    default:
      return {};
  }
}

// A number as one, or none where the field is no number.
std::optional<double> NumberOf(const google::protobuf::Message& message,
                               const FieldDescriptor& field) {
  const auto& reflection = *message.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
      return reflection.GetInt32(message, &field);
    case FieldDescriptor::CPPTYPE_INT64:
      return static_cast<double>(reflection.GetInt64(message, &field));
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return reflection.GetDouble(message, &field);
    default:
      return std::nullopt;
  }
}

SheetCell TextCell(std::string text) {
  if (text.empty()) return {};
  return {.kind = SheetCell::Kind::kText, .text = std::move(text)};
}

std::string Labelled(const SheetColumn& column, std::string text) {
  const auto label = column.labels.find(text);
  return label == column.labels.end() ? text : label->second;
}

// The cell of a single value at the end of a path.
SheetCell LeafOf(const google::protobuf::Message& message, const SheetColumn& column,
                 bool english) {
  const auto& field = *column.path.back();
  const auto& reflection = *message.GetReflection();
  if (field.has_presence() && !reflection.HasField(message, &field)) return {};
  if (IsTimestamp(field)) {
    google::protobuf::Timestamp timestamp;
    timestamp.ParseFromString(reflection.GetMessage(message, &field).SerializeAsString());
    return {.kind = SheetCell::Kind::kTime, .time = FromProto(timestamp)};
  }
  const auto number = column.labels.empty() ? NumberOf(message, field) : std::nullopt;
  if (!number) return TextCell(Labelled(column, TextOf(message, field, -1, english)));
  if (field.name().ends_with("_fen")) {
    return {.kind = SheetCell::Kind::kMoney, .number = *number / 100};
  }
  return {.kind = SheetCell::Kind::kNumber, .number = *number};
}

// Appends the texts of all values that a path leads to.
void Gather(const google::protobuf::Message& message, const SheetColumn& column, size_t depth,
            bool english, std::string& text) {
  const auto& field = *column.path[depth];
  const auto& reflection = *message.GetReflection();
  const bool last = depth + 1 == column.path.size();
  const int count = field.is_repeated() ? reflection.FieldSize(message, &field)
                                        : (reflection.HasField(message, &field) || last ? 1 : 0);
  for (int i = 0; i < count; ++i) {
    if (!last) {
      Gather(field.is_repeated() ? reflection.GetRepeatedMessage(message, &field, i)
                                 : reflection.GetMessage(message, &field),
             column, depth + 1, english, text);
      continue;
    }
    const auto value = TextOf(message, field, field.is_repeated() ? i : -1, english);
    if (value.empty()) continue;
    if (!text.empty()) text += english ? "; " : "；";
    text += Labelled(column, value);
  }
}

SheetCell CellOf(const google::protobuf::Message& row, const SheetColumn& column, bool english) {
  const bool many = std::ranges::any_of(
      column.path, [](const FieldDescriptor* field) { return field->is_repeated(); });
  if (many) {
    std::string text;
    Gather(row, column, 0, english, text);
    return TextCell(std::move(text));
  }
  const auto* message = &row;
  for (size_t i = 0; i + 1 < column.path.size(); ++i) {
    const auto& reflection = *message->GetReflection();
    if (!reflection.HasField(*message, column.path[i])) return {};
    message = &reflection.GetMessage(*message, column.path[i]);
  }
  return LeafOf(*message, column, english);
}

}  // namespace

Result<SheetOrder> ReadSheetOrder(const Methods& methods, const Request& request) {
  const auto* method = methods.Find(request.path.substr(kSheets.size()));
  const auto* rows = method == nullptr ? nullptr : RowsOf(*method);
  if (rows == nullptr) return NotFound(request.path);
  const auto query = ParseQuery(request.query);
  if (!query) return FieldInvalid("query", "MALFORMED", "", "has a broken escape");
  SheetOrder order{.method = method, .rows = rows};
  REDPEAK_ASSIGN_OR_RETURN(order.request, RequestOf(*method, *query));
  REDPEAK_ASSIGN_OR_RETURN(order.columns, ColumnsOf(*rows->message_type(), *query));
  REDPEAK_ASSIGN_OR_RETURN(order.zone, ZoneOf(*query));
  order.file = ValueOf(*query, "file", "redpeak");
  Violations violations;
  violations.Length("file", order.file, kFileMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  order.english = ValueOf(*query, "lang") == "en";
  return order;
}

std::vector<SheetCell> CellsOf(const SheetOrder& order, const google::protobuf::Message& row) {
  std::vector<SheetCell> cells;
  for (const auto& column : order.columns) cells.push_back(CellOf(row, column, order.english));
  return cells;
}

bool TakePage(SheetOrder& order, const google::protobuf::Message& page,
              const std::function<void(const google::protobuf::Message& row)>& take) {
  const auto& reflection = *page.GetReflection();
  const int count = reflection.FieldSize(page, order.rows);
  for (int i = 0; i < count; ++i) take(reflection.GetRepeatedMessage(page, order.rows, i));
  const auto* next = page.GetDescriptor()->FindFieldByName("next_page_token");
  const auto token = reflection.GetString(page, next);
  const auto* asked = order.request->GetDescriptor()->FindFieldByName("page_token");
  order.request->GetReflection()->SetString(order.request.get(), asked, token);
  return !token.empty();
}

}  // namespace redpeak::gateway
