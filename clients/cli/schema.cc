#include "clients/cli/schema.h"

#include "redpeak/approval/v1/approval_service.pb.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "redpeak/identity/v1/identity_service.pb.h"
#include "redpeak/options/v1/options.pb.h"
#include "redpeak/notifications/v1/notifications_service.pb.h"
#include "redpeak/review/v1/review_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "redpeak/system/v1/system_service.pb.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumValueDescriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::FileDescriptor;
using google::protobuf::MethodDescriptor;
using google::protobuf::ServiceDescriptor;

constexpr std::string_view kPackages = "redpeak.";

// A message of each file that declares services, so that the linker keeps the file.
std::vector<const FileDescriptor*> ServiceFiles() {
  return {identity::v1::SignInRequest::descriptor()->file(),
          calls::v1::GetCallRequest::descriptor()->file(),
          submissions::v1::GetSubmissionRequest::descriptor()->file(),
          review::v1::GetReviewRequest::descriptor()->file(),
          approval::v1::GetProposalRequest::descriptor()->file(),
          notifications::v1::ListMessagesRequest::descriptor()->file(),
          system::v1::GetServerInfoRequest::descriptor()->file()};
}

std::vector<const ServiceDescriptor*> FindServices() {
  std::vector<const ServiceDescriptor*> services;
  for (const auto* file : ServiceFiles()) {
    for (int i = 0; i < file->service_count(); ++i) services.push_back(file->service(i));
  }
  return services;
}

bool IsCalled(const ServiceDescriptor& service, std::string_view name) {
  const auto package = std::string(kPackages) + std::string(name) + ".v";
  return service.full_name() == name || service.name() == name ||
         service.full_name().starts_with(package);
}

// "calls.v1.Call" of "redpeak.calls.v1.Call".
std::string ShortName(const std::string& full_name) {
  return full_name.starts_with(kPackages) ? full_name.substr(kPackages.size()) : full_name;
}

bool HasType(const FieldDescriptor& field, std::string_view type) {
  return field.type() == FieldDescriptor::TYPE_MESSAGE && field.message_type()->full_name() == type;
}

}  // namespace

const std::vector<const ServiceDescriptor*>& Services() {
  static const auto services = FindServices();
  return services;
}

const MethodDescriptor* FindMethod(std::string_view name) {
  const auto slash = name.rfind('/');
  if (slash == std::string_view::npos) return nullptr;
  for (const auto* service : Services()) {
    if (!IsCalled(*service, name.substr(0, slash))) continue;
    const auto* method = service->FindMethodByName(std::string(name.substr(slash + 1)));
    if (method != nullptr) return method;
  }
  return nullptr;
}

bool IsMutation(const MethodDescriptor& method) {
  return method.options().idempotency_level() != google::protobuf::MethodOptions::NO_SIDE_EFFECTS;
}

bool IsInternal(const MethodDescriptor& method) {
  const auto& access = method.options().GetExtension(options::v1::access);
  return !access.anyone() && !access.signed_in() && access.roles().empty();
}

FieldPath FindPath(const Descriptor& type, std::string_view dotted) {
  FieldPath path;
  const auto* inside = &type;
  while (!dotted.empty()) {
    const auto dot = std::min(dotted.find('.'), dotted.size());
    const auto* field =
        inside == nullptr ? nullptr : inside->FindFieldByName(std::string(dotted.substr(0, dot)));
    if (field == nullptr) return {};
    path.push_back(field);
    inside = field->message_type();
    dotted.remove_prefix(std::min(dot + 1, dotted.size()));
  }
  return path;
}

std::unique_ptr<google::protobuf::Message> NewMessage(const Descriptor& type) {
  auto* factory = google::protobuf::MessageFactory::generated_factory();
  return std::unique_ptr<google::protobuf::Message>(factory->GetPrototype(&type)->New());
}

std::string ValuesOf(const google::protobuf::EnumDescriptor& type) {
  std::string names;
  for (int i = 1; i < type.value_count(); ++i)
    names += (i > 1 ? " | " : "") + type.value(i)->name();
  return names;
}

bool IsTimestamp(const FieldDescriptor& field) {
  return HasType(field, "google.protobuf.Timestamp");
}
bool IsDuration(const FieldDescriptor& field) { return HasType(field, "google.protobuf.Duration"); }
bool IsFieldMask(const FieldDescriptor& field) {
  return HasType(field, "google.protobuf.FieldMask");
}

bool IsOwnMessage(const FieldDescriptor& field) {
  return field.type() == FieldDescriptor::TYPE_MESSAGE &&
         field.message_type()->full_name().starts_with(kPackages);
}

std::string LabelOf(const Catalog& catalog, const FieldDescriptor& field) {
  const auto own = "field/" + ShortName(field.containing_type()->full_name()) + "." + field.name();
  if (auto text = catalog.Find(own)) return *text;
  return catalog.Find("field/" + field.name()).value_or(field.name());
}

std::string LabelOf(const Catalog& catalog, const EnumValueDescriptor& value) {
  const auto key = "enum/" + ShortName(value.type()->full_name()) + "/" + value.name();
  return catalog.Find(key).value_or(value.name());
}

}  // namespace redpeak::cli
