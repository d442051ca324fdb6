#include "services/gateway/addresses.h"

#include <charconv>

#include "redpeak/options/v1/options.pb.h"
#include "services/base/violations.h"
#include "services/gateway/encoding.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::vector<std::string_view> Split(std::string_view path) {
  std::vector<std::string_view> parts;
  while (!path.empty()) {
    path.remove_prefix(1);  // the slash
    const auto end = std::min(path.find('/'), path.size());
    parts.push_back(path.substr(0, end));
    path.remove_prefix(end);
  }
  return parts;
}

template <typename Number>
bool ReadNumber(const std::string& text, Number& number) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), number);
  return error == std::errc() && end == text.data() + text.size();
}

bool SetEnum(Message& message, const FieldDescriptor& field, const std::string& text) {
  const auto* value = field.enum_type()->FindValueByName(text);
  if (value != nullptr) message.GetReflection()->SetEnum(&message, &field, value);
  return value != nullptr;
}

// False if the text does not fit the field.
bool Set(Message& message, const FieldDescriptor& field, const std::string& text) {
  const auto* reflection = message.GetReflection();
  int32_t small = 0;
  int64_t large = 0;
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      reflection->SetString(&message, &field, text);
      return true;
    case FieldDescriptor::CPPTYPE_INT32:
      if (!ReadNumber(text, small)) return false;
      reflection->SetInt32(&message, &field, small);
      return true;
    case FieldDescriptor::CPPTYPE_INT64:
      if (!ReadNumber(text, large)) return false;
      reflection->SetInt64(&message, &field, large);
      return true;
    case FieldDescriptor::CPPTYPE_BOOL:
      reflection->SetBool(&message, &field, text == "true");
      return text == "true" || text == "false";
    case FieldDescriptor::CPPTYPE_ENUM:
      return SetEnum(message, field, text);
    default:
      return false;
  }
}

}  // namespace

std::vector<Addresses::Segment> Addresses::Parse(std::string_view pattern) {
  std::vector<Segment> segments;
  std::string variable;
  for (auto part : Split(pattern)) {
    if (part.starts_with('{')) {
      const auto equals = part.find('=');
      variable = part.substr(1, equals - 1);
      part.remove_prefix(equals + 1);
    }
    const bool closes = part.ends_with('}');
    if (closes) part.remove_suffix(1);
    segments.push_back({part == "*", std::string(part), variable});
    if (closes) variable.clear();
  }
  return segments;
}

Addresses::Addresses(const Methods& methods) {
  for (const auto& [path, method] : methods.all()) {
    const auto& declared = method.descriptor->options().GetExtension(options::v1::address);
    const auto add = [&](AddressKind kind, const std::string& pattern) {
      if (!pattern.empty()) entries_.push_back({kind, &method, declared.rows(), Parse(pattern)});
    };
    add(AddressKind::kData, declared.data());
    add(AddressKind::kDownload, declared.download());
    add(AddressKind::kUpload, declared.upload());
    add(AddressKind::kUploadState, declared.upload_state());
    const auto& access = method.descriptor->options().GetExtension(options::v1::access);
    const bool whole = declared.data().find('{') == std::string::npos;
    if (!declared.data().empty() && whole && access.anyone()) probe_ = &method;
  }
}

bool Addresses::Match(const Entry& entry, const std::vector<std::string>& path, Fields& fields) {
  if (path.size() != entry.segments.size()) return false;
  fields.clear();
  for (size_t i = 0; i < path.size(); ++i) {
    const auto& segment = entry.segments[i];
    if (segment.any ? path[i].empty() : path[i] != segment.text) return false;
    if (segment.variable.empty()) continue;
    auto& value = fields[segment.variable];
    value += (value.empty() ? "" : "/") + path[i];
  }
  return true;
}

bool Addresses::Find(AddressKind kind, std::string_view path, Found& found) const {
  std::vector<std::string> parts;
  if (!path.starts_with('/')) return false;
  for (const auto part : Split(path)) {
    auto decoded = PercentDecode(part);
    if (!decoded || decoded->find('/') != std::string::npos) return false;
    parts.push_back(std::move(*decoded));
  }
  for (const auto& entry : entries_) {
    if (entry.kind != kind || !Match(entry, parts, found.fields)) continue;
    found.method = entry.method;
    found.rows = entry.rows;
    return true;
  }
  return false;
}

Result<void> Fill(const Fields& fields, Message& message) {
  Violations violations;
  for (const auto& [name, text] : fields) {
    const auto* field = message.GetDescriptor()->FindFieldByName(name);
    if (field == nullptr || field->is_repeated()) {
      violations.Add(name, "UNKNOWN", "", "is no field that can be given here");
    } else if (!Set(message, *field, text)) {
      violations.Add(name, "MALFORMED", "", "does not fit this field");
    }
  }
  return violations.Check();
}

}  // namespace redpeak::gateway
