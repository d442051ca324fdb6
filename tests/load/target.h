#pragma once

#include <grpcpp/channel.h>

#include <memory>
#include <string>

namespace redpeak::load {

// What the benchmarks run against; the script that starts them says where it is.
struct Target {
  std::shared_ptr<grpc::Channel> server;  // redpeakd
  std::shared_ptr<grpc::Channel> bare;    // redpeak_bare
  std::string database;                   // libpq settings of the owner
  std::string mail_directory;
  std::string administrator_password;
  int server_pid = 0;
};

// Reads REDPEAK_LOAD_… from the environment. Throws std::runtime_error where one is missing.
Target ReadTarget();

// A channel of its own (a connection of its own) to a port of this machine, over TLS.
std::shared_ptr<grpc::Channel> Connect(const std::string& port, const std::string& ca_file);

// What a process holds in memory now, in MB, as the kernel tells (VmRSS).
double ResidentMegabytes(int pid);

}  // namespace redpeak::load
