#include "clients/cli/context.h"

namespace redpeak::cli {

Result<Connection*> Connect(Context& context) {
  if (context.connection == nullptr) {
    const auto& settings = context.settings;
    REDPEAK_ASSIGN_OR_RETURN(context.connection,
                             Connection::Open(settings.endpoint, settings.token, settings.timeout));
  }
  return context.connection.get();
}

Result<std::unique_ptr<google::protobuf::Message>> Call(
    Context& context, const google::protobuf::MethodDescriptor& method,
    const google::protobuf::Message& request) {
  REDPEAK_ASSIGN_OR_RETURN(auto* connection, Connect(context));
  return connection->Call(method, request);
}

}  // namespace redpeak::cli
