#include "tests/generic_call.h"

#include <grpcpp/generic/generic_stub.h>

#include <future>

#include "services/base/wire.h"
#include "services/server/services.h"

namespace redpeak::testing {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::MethodDescriptor;

void AddMethods(const std::string& service, std::vector<const MethodDescriptor*>& methods) {
  const auto* found = DescriptorPool::generated_pool()->FindServiceByName(service);
  if (found == nullptr) return;
  for (int i = 0; i < found->method_count(); ++i) methods.push_back(found->method(i));
}

std::string Capitalised(std::string word) {
  word[0] = static_cast<char>(std::toupper(static_cast<unsigned char>(word[0])));
  return word;
}

}  // namespace

std::vector<const MethodDescriptor*> AllMethods() {
  std::vector<const MethodDescriptor*> methods;
  for (const auto& service : server::AllServices()) {
    AddMethods("redpeak." + service.name + ".v1." + Capitalised(service.name) + "Service", methods);
  }
  AddMethods("redpeak.system.v1.ClockService", methods);
  return methods;
}

Result<std::string> CallBytes(grpc::Channel& channel, const MethodDescriptor& method,
                              const std::string& token, const std::string& request) {
  // The stub wants a shared channel; this one is the caller's.
  const std::shared_ptr<grpc::Channel> borrowed(&channel, [](grpc::Channel*) {});
  grpc::GenericStub stub(borrowed);
  grpc::ClientContext context;
  if (!token.empty()) context.AddMetadata("authorization", "Bearer " + token);
  const grpc::Slice slice(request);
  const grpc::ByteBuffer in(&slice, 1);
  grpc::ByteBuffer out;
  std::promise<grpc::Status> done;
  stub.UnaryCall(&context, "/" + method.service()->full_name() + "/" + method.name(), {}, &in, &out,
                 [&done](grpc::Status status) { done.set_value(std::move(status)); });
  const auto status = done.get_future().get();
  if (!status.ok()) return tl::unexpected(FromGrpc(status));
  std::string bytes;
  std::vector<grpc::Slice> slices;
  if (out.Dump(&slices).ok()) {
    for (const auto& piece : slices) {
      bytes.append(reinterpret_cast<const char*>(piece.begin()), piece.size());
    }
  }
  return bytes;
}

}  // namespace redpeak::testing
