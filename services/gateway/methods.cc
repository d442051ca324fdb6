#include "services/gateway/methods.h"

#include "redpeak/options/v1/options.pb.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::DescriptorPool;
using google::protobuf::FieldDescriptor;
using google::protobuf::MessageFactory;
using google::protobuf::MethodDescriptor;
using google::protobuf::MethodOptions;

bool IsPublic(const MethodDescriptor& method) {
  const auto& access = method.options().GetExtension(options::v1::access);
  return access.anyone() || access.signed_in() || access.roles_size() > 0;
}

const FieldDescriptor* SessionTokenOf(const Descriptor& answer) {
  for (int i = 0; i < answer.field_count(); ++i) {
    if (answer.field(i)->options().GetExtension(options::v1::session_token)) return answer.field(i);
  }
  return nullptr;
}

Method Describe(const MethodDescriptor& method, const std::string& service) {
  auto& factory = *MessageFactory::generated_factory();
  return {.descriptor = &method,
          .service = service,
          .path = "/" + method.service()->full_name() + "/" + method.name(),
          .request = factory.GetPrototype(method.input_type()),
          .response = factory.GetPrototype(method.output_type()),
          .session_token = SessionTokenOf(*method.output_type()),
          .safe = method.options().idempotency_level() == MethodOptions::NO_SIDE_EFFECTS,
          .ends_session = method.options().GetExtension(options::v1::ends_session)};
}

}  // namespace

Methods::Methods(const std::vector<std::string>& services) {
  for (const auto& service : services) {
    const auto* file = DescriptorPool::generated_pool()->FindFileByName(
        "redpeak/" + service + "/v1/" + service + "_service.proto");
    if (file == nullptr) continue;
    for (int i = 0; i < file->service_count(); ++i) {
      for (int k = 0; k < file->service(i)->method_count(); ++k) {
        const auto& method = *file->service(i)->method(k);
        if (!IsPublic(method)) continue;
        auto described = Describe(method, service);
        auto path = described.path;
        methods_.emplace(std::move(path), std::move(described));
      }
    }
  }
}

const Method* Methods::Find(std::string_view path) const {
  const auto it = methods_.find(path);
  return it == methods_.end() ? nullptr : &it->second;
}

}  // namespace redpeak::gateway
