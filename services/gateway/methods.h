#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <map>
#include <string>
#include <string_view>
#include <vector>

namespace redpeak::gateway {

// An RPC as the gateway offers it, by what its proto declares.
struct Method {
  const google::protobuf::MethodDescriptor* descriptor = nullptr;
  std::string service{};  // whose channel leads to it, e.g. "identity"
  std::string path{};     // /redpeak.identity.v1.IdentityService/SignIn
  const google::protobuf::Message* request = nullptr;  // empty ones, to make others of
  const google::protobuf::Message* response = nullptr;
  const google::protobuf::FieldDescriptor* session_token = nullptr;  // of the answer; may be null
  bool safe = false;                                                 // has no side effects
  bool ends_session = false;
};

// All methods that anybody but another service may call.
class Methods {
 public:
  // Those of each service's redpeak/<service>/v1/<service>_service.proto, if there is one.
  explicit Methods(const std::vector<std::string>& services);

  // By its path with the leading slash; null if there is none.
  const Method* Find(std::string_view path) const;
  const std::map<std::string, Method, std::less<>>& all() const { return methods_; }

 private:
  std::map<std::string, Method, std::less<>> methods_;
};

}  // namespace redpeak::gateway
