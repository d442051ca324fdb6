// A gRPC server that does nothing, by the callback API, as the yardstick of a no-op RPC.
// usage: redpeak_bare CERTIFICATE KEY; prints its port and runs until its input ends.
#include <grpcpp/grpcpp.h>

#include <fstream>
#include <iostream>
#include <sstream>

#include "redpeak/system/v1/system_service.grpc.pb.h"

namespace {

using redpeak::system::v1::SystemService;

class Bare final : public SystemService::CallbackService {
  grpc::ServerUnaryReactor* GetServerInfo(grpc::CallbackServerContext* context,
                                          const redpeak::system::v1::GetServerInfoRequest*,
                                          redpeak::system::v1::ServerInfo*) override {
    auto* reactor = context->DefaultReactor();
    reactor->Finish(grpc::Status::OK);
    return reactor;
  }
};

std::string ReadFile(const char* path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

int main(int argc, char** argv) {
  if (argc != 3) return 2;
  grpc::SslServerCredentialsOptions options;
  options.pem_key_cert_pairs.push_back({ReadFile(argv[2]), ReadFile(argv[1])});
  Bare service;
  int port = 0;
  grpc::ServerBuilder builder;
  builder.AddListeningPort("127.0.0.1:0", grpc::SslServerCredentials(options), &port);
  builder.RegisterService(&service);
  const auto server = builder.BuildAndStart();
  std::cout << "listening on port " << port << std::endl;
  for (std::string line; std::getline(std::cin, line);) {
  }
}
