#pragma once

#include <grpcpp/channel.h>

#include <functional>
#include <memory>
#include <string>
#include <vector>

namespace redpeak::load {

// One call to make: a method's path, a token or none, and the serialised request.
struct Shot {
  std::string path;
  std::string token;
  std::string request;
};

struct Outcome {
  double per_second = 0;
  double p50_ms = 0;
  double p99_ms = 0;
  int failed = 0;
  std::string first_failure;  // of those
};

// Makes `count` calls, `callers` of them under way at any time, shot(i) being the i-th; returns
// when the last has been answered.
Outcome Drive(const std::shared_ptr<grpc::Channel>& channel, int callers, int count,
              const std::function<Shot(int)>& shot);

// The value below which `share` (0 to 1) of the sorted values are.
double Quantile(const std::vector<double>& sorted, double share);

}  // namespace redpeak::load
