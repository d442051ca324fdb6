#include "clients/cli/request.h"

#include <google/protobuf/field_mask.pb.h>
#include <google/protobuf/util/field_mask_util.h>
#include <google/protobuf/util/json_util.h>
#include <openssl/rand.h>

#include <array>
#include <cstdio>
#include <nlohmann/json.hpp>
#include <stdexcept>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"
#include "clients/cli/names.h"
#include "clients/cli/value.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::util::FieldMaskUtil;
using nlohmann::json;

const FieldDescriptor* FindField(const Descriptor& type, const std::string& json_name) {
  for (int i = 0; i < type.field_count(); ++i) {
    const auto* field = type.field(i);
    if (field->name() == json_name || field->json_name() == json_name) return field;
  }
  return nullptr;
}

json ParseObject(const std::string& text) {
  auto parsed = json::parse(text, nullptr, false);
  return parsed.is_object() ? parsed : json(json::value_t::discarded);
}

// A form may be written as JSON inside of JSON.
void WriteObjectsAsText(const Descriptor& type, json& object) {
  for (auto& [name, value] : object.items()) {
    const auto* field = FindField(type, name);
    const bool text_wanted =
        field != nullptr && field->type() == FieldDescriptor::TYPE_STRING && !field->is_repeated();
    if (text_wanted && value.is_structured()) value = value.dump();
  }
}

// The message that the file of --from describes: the resource, or the request where it has none.
Message& TargetOfFile(Message& request) {
  const auto* resource = ResourceOf(*request.GetDescriptor());
  return resource == nullptr ? request
                             : *request.GetReflection()->MutableMessage(&request, resource);
}

bool IsMasked(const FieldDescriptor& field) {
  return field.name() != "name" && field.name() != "etag" && !IsServers(field);
}

// What is copied from another resource is new: it has neither that one's name nor its etag.
bool IsGiven(const Message& request, const FieldDescriptor& field) {
  const bool identifies = field.name() == "name" || field.name() == "etag";
  return !identifies || request.GetDescriptor()->FindFieldByName("update_mask") != nullptr;
}

Result<void> ReadFrom(const std::string& path, Message& request, FieldMask& mask) {
  REDPEAK_ASSIGN_OR_RETURN(const auto text, ReadFile(path));
  auto& target = TargetOfFile(request);
  REDPEAK_RETURN_IF_ERROR(ReadJson(text, path, target));
  const auto object = ParseObject(text);
  for (const auto& [name, value] : object.items()) {
    const auto* field = FindField(*target.GetDescriptor(), name);
    if (field == nullptr) continue;
    if (IsMasked(*field)) mask.add_paths(field->name());
    if (IsServers(*field) || !IsGiven(request, *field))
      target.GetReflection()->ClearField(&target, field);
  }
  return {};
}

Result<void> SetArg(const Arg& arg, const std::vector<std::string>& texts, Message& request) {
  auto& parent = ParentOf(request, arg.path);
  const auto& field = *arg.path.back();
  if (field.is_repeated()) parent.GetReflection()->ClearField(&parent, &field);
  const auto shown = IsPositional(arg) ? arg.name : "--" + arg.name;
  for (const auto& text : texts) {
    if (field.is_repeated() && text.empty()) continue;  // --keywords '' empties the list
    const auto whole = arg.pattern.empty() ? text : Expand(arg.pattern, text);
    REDPEAK_RETURN_IF_ERROR(SetField(parent, field, whole, shown));
  }
  return {};
}

Result<void> SetArgs(const Command& command, const Given& given, Message& request,
                     FieldMask& mask) {
  for (const auto& arg : ArgsOf(command)) {
    const auto it = given.find(arg.name);
    if (it == given.end() || it->second.empty() || arg.path.empty()) continue;
    REDPEAK_RETURN_IF_ERROR(SetArg(arg, it->second, request));
    if (arg.path.size() == 2 && IsMasked(*arg.path.back())) mask.add_paths(arg.path.back()->name());
  }
  for (const auto& [path, value] : PresetsOf(command)) {
    const auto fields = FindPath(*request.GetDescriptor(), path);
    REDPEAK_RETURN_IF_ERROR(SetField(ParentOf(request, fields), *fields.back(), value, path));
  }
  return {};
}

void AddMask(const FieldMask& given, Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("update_mask");
  if (field == nullptr) return;
  auto* mask = static_cast<FieldMask*>(request.GetReflection()->MutableMessage(&request, field));
  FieldMaskUtil::Union(FieldMask(*mask), given, mask);
}

// A random UUID (version 4).
std::string NewUuid() {
  std::array<unsigned char, 16> bytes{};
  if (RAND_bytes(bytes.data(), static_cast<int>(bytes.size())) != 1) {
    throw std::runtime_error("no random bytes");
  }
  bytes[6] = static_cast<unsigned char>((bytes[6] & 0x0f) | 0x40);
  bytes[8] = static_cast<unsigned char>((bytes[8] & 0x3f) | 0x80);
  std::string uuid;
  for (size_t i = 0; i < bytes.size(); ++i) {
    std::array<char, 3> digits{};
    std::snprintf(digits.data(), digits.size(), "%02x", bytes[i]);
    uuid.append(i == 4 || i == 6 || i == 8 || i == 10 ? "-" : "").append(digits.data());
  }
  return uuid;
}

}  // namespace

Result<std::unique_ptr<Message>> BuildRequest(const Command& command, const Given& given) {
  auto request = NewMessage(*MethodOf(command).input_type());
  FieldMask mask;
  if (const auto from = First(given, "from"); !from.empty()) {
    REDPEAK_RETURN_IF_ERROR(ReadFrom(from, *request, mask));
  }
  REDPEAK_RETURN_IF_ERROR(SetArgs(command, given, *request, mask));
  AddMask(mask, *request);
  AddRequestId(*request);
  return request;
}

Result<void> ReadJson(const std::string& text, const std::string& where, Message& message) {
  auto object = ParseObject(text);
  if (object.is_discarded()) return JsonWrong(where, "");
  WriteObjectsAsText(*message.GetDescriptor(), object);
  const auto status = google::protobuf::util::JsonStringToMessage(object.dump(), &message);
  if (!status.ok()) return JsonWrong(where, std::string(status.message()));
  return {};
}

void AddRequestId(Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("request_id");
  if (field == nullptr) return;
  const auto* reflection = request.GetReflection();
  if (reflection->GetString(request, field).empty())
    reflection->SetString(&request, field, NewUuid());
}

}  // namespace redpeak::cli
