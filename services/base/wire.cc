#include "services/base/wire.h"

#include <google/protobuf/descriptor.h>
#include <google/protobuf/io/coded_stream.h>
#include <google/protobuf/wire_format_lite.h>

#include "google/rpc/error_details.pb.h"
#include "google/rpc/status.pb.h"
#include "services/base/errors.h"
#include "services/base/text.h"

namespace redpeak {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::internal::WireFormatLite;
using google::protobuf::io::CodedInputStream;

constexpr char kRulePrefix[] = "rule:";  // ErrorInfo metadata: rule:<field> = <rule>[:<limit>]

// The path of the first field whose text is not UTF-8, or empty. `bytes` may be no message at all.
std::string FindBadText(const Descriptor& type, const std::string& bytes, const std::string& path) {
  CodedInputStream input(reinterpret_cast<const uint8_t*>(bytes.data()),
                         static_cast<int>(bytes.size()));
  while (const uint32_t tag = input.ReadTag()) {
    const auto* field = type.FindFieldByNumber(WireFormatLite::GetTagFieldNumber(tag));
    if (WireFormatLite::GetTagWireType(tag) != WireFormatLite::WIRETYPE_LENGTH_DELIMITED) {
      if (!WireFormatLite::SkipField(&input, tag)) return {};
      continue;
    }
    int size = 0;
    std::string value;
    if (!input.ReadVarintSizeAsInt(&size) || !input.ReadString(&value, size)) return {};
    if (field == nullptr) continue;
    const auto here = path.empty() ? field->name() : path + "." + field->name();
    if (field->type() == FieldDescriptor::TYPE_STRING && !IsValidUtf8(value)) return here;
    if (field->type() != FieldDescriptor::TYPE_MESSAGE) continue;
    if (auto bad = FindBadText(*field->message_type(), value, here); !bad.empty()) return bad;
  }
  return {};
}

bool IsAscii(const std::string& text) {
  for (const char c : text) {
    if (static_cast<unsigned char>(c) >= 0x80 || (static_cast<unsigned char>(c) < 0x20))
      return false;
  }
  return true;
}

void NormaliseField(Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  std::string scratch;
  if (!field.is_repeated()) {
    const auto& text = reflection->GetStringReference(message, &field, &scratch);
    if (!IsAscii(text)) reflection->SetString(&message, &field, Nfc(text));
    return;
  }
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    const auto& text = reflection->GetRepeatedStringReference(message, &field, i, &scratch);
    if (!IsAscii(text)) reflection->SetRepeatedString(&message, &field, i, Nfc(text));
  }
}

void NormaliseInside(Message& message, const FieldDescriptor& field) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) return Normalise(*reflection->MutableMessage(&message, &field));
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    Normalise(*reflection->MutableRepeatedMessage(&message, &field, i));
  }
}

google::rpc::ErrorInfo InfoOf(const Error& error) {
  google::rpc::ErrorInfo info;
  info.set_domain("redpeak");
  info.set_reason(error.reason);
  auto& metadata = *info.mutable_metadata();
  metadata.insert(error.metadata.begin(), error.metadata.end());
  for (const auto& violation : error.violations) {
    auto rule = violation.rule;
    if (!violation.limit.empty()) rule += ":" + violation.limit;
    metadata[kRulePrefix + violation.field] = rule;
  }
  return info;
}

void ReadInfo(const google::rpc::ErrorInfo& info, Error& error) {
  error.reason = info.reason();
  for (const auto& [key, value] : info.metadata()) {
    if (!key.starts_with(kRulePrefix)) error.metadata[key] = value;
  }
}

void ReadViolations(const google::rpc::BadRequest& bad, const google::rpc::ErrorInfo& info,
                    Error& error) {
  for (const auto& violation : bad.field_violations()) {
    const auto it = info.metadata().find(kRulePrefix + violation.field());
    const auto rule = it == info.metadata().end() ? std::string() : it->second;
    const auto colon = rule.find(':');
    error.violations.push_back({violation.field(), rule.substr(0, colon),
                                colon == std::string::npos ? "" : rule.substr(colon + 1),
                                violation.description()});
  }
}

}  // namespace

grpc::Status ToGrpc(const Error& error) {
  const auto code = static_cast<grpc::StatusCode>(error.code);
  google::rpc::Status wire;
  wire.set_code(code);
  wire.set_message(error.code == Code::kInternal ? "internal error" : error.message);
  wire.add_details()->PackFrom(InfoOf(error));
  if (!error.violations.empty()) {
    google::rpc::BadRequest bad;
    for (const auto& violation : error.violations) {
      auto* added = bad.add_field_violations();
      added->set_field(violation.field);
      added->set_description(violation.description);
    }
    wire.add_details()->PackFrom(bad);
  }
  return {code, wire.message(), wire.SerializeAsString()};
}

Error FromGrpc(const grpc::Status& status) {
  Error error{static_cast<Code>(status.error_code()), "", status.error_message()};
  google::rpc::Status wire;
  google::rpc::ErrorInfo info;
  google::rpc::BadRequest bad;
  if (!wire.ParseFromString(status.error_details())) return error;
  for (const auto& detail : wire.details()) {
    if (detail.Is<google::rpc::ErrorInfo>() && detail.UnpackTo(&info)) ReadInfo(info, error);
    if (detail.Is<google::rpc::BadRequest>()) detail.UnpackTo(&bad);
  }
  ReadViolations(bad, info, error);
  return error;
}

Result<void> Decode(const grpc::ByteBuffer& bytes, Message& message) {
  grpc::Slice slice;
  if (!bytes.DumpToSingleSlice(&slice).ok()) return Internal("unreadable request bytes");
  if (!message.ParseFromArray(slice.begin(), static_cast<int>(slice.size()))) {
    const std::string raw(reinterpret_cast<const char*>(slice.begin()), slice.size());
    const auto field = FindBadText(*message.GetDescriptor(), raw, "");
    if (!field.empty()) return FieldInvalid(field, "NOT_UTF8", "", "must be text in UTF-8");
    return FieldInvalid("request", "MALFORMED", "", "is not a " + message.GetTypeName());
  }
  Normalise(message);
  return {};
}

grpc::ByteBuffer Encode(const Message& message) {
  const auto text = message.SerializeAsString();
  const grpc::Slice slice(text);
  return {&slice, 1};
}

void Normalise(Message& message) {
  std::vector<const FieldDescriptor*> fields;
  message.GetReflection()->ListFields(message, &fields);
  for (const auto* field : fields) {
    if (field->type() == FieldDescriptor::TYPE_STRING) NormaliseField(message, *field);
    if (field->type() == FieldDescriptor::TYPE_MESSAGE) NormaliseInside(message, *field);
  }
}

}  // namespace redpeak
