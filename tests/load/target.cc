#include "tests/load/target.h"

#include <grpcpp/grpcpp.h>

#include <cstdlib>
#include <fstream>
#include <sstream>
#include <stdexcept>

namespace redpeak::load {
namespace {

std::string Setting(const std::string& name) {
  const char* value = std::getenv(("REDPEAK_LOAD_" + name).c_str());
  if (value == nullptr) throw std::runtime_error("REDPEAK_LOAD_" + name + " is not set");
  return value;
}

std::string ReadFile(const std::string& path) {
  std::ostringstream text;
  text << std::ifstream(path).rdbuf();
  return text.str();
}

}  // namespace

std::shared_ptr<grpc::Channel> Connect(const std::string& port, const std::string& ca_file) {
  grpc::SslCredentialsOptions options;
  options.pem_root_certs = ReadFile(ca_file);
  grpc::ChannelArguments arguments;
  arguments.SetInt(GRPC_ARG_USE_LOCAL_SUBCHANNEL_POOL, 1);
  return grpc::CreateCustomChannel("127.0.0.1:" + port, grpc::SslCredentials(options), arguments);
}

Target ReadTarget() {
  Target target;
  target.server = Connect(Setting("PORT"), Setting("CA"));
  target.bare = Connect(Setting("BARE_PORT"), Setting("CA"));
  target.database = Setting("DATABASE");
  target.mail_directory = Setting("MAIL");
  target.administrator_password = Setting("PASSWORD");
  target.server_pid = std::stoi(Setting("PID"));
  return target;
}

double ResidentMegabytes(int pid) {
  std::ifstream status("/proc/" + std::to_string(pid) + "/status");
  for (std::string word; status >> word;) {
    double kilobytes = 0;
    if (word == "VmRSS:" && status >> kilobytes) return kilobytes / 1024;
  }
  return 0;
}

}  // namespace redpeak::load
