#include "services/base/metrics.h"

#include <prometheus/counter.h>
#include <prometheus/exposer.h>
#include <prometheus/histogram.h>
#include <prometheus/registry.h>

#include <array>

namespace redpeak {
namespace {

using prometheus::BuildCounter;
using prometheus::BuildHistogram;

const prometheus::Histogram::BucketBoundaries kSeconds = {0.0005, 0.001, 0.0025, 0.005, 0.01, 0.025,
                                                          0.05,   0.1,   0.25,   0.5,   1,    5};

class OneMethod final : public MethodMetrics {
 public:
  OneMethod(prometheus::Registry& registry, const std::string& method)
      : seconds_(BuildHistogram()
                     .Name("redpeak_rpc_seconds")
                     .Help("How long RPCs took, from arrival to answer.")
                     .Register(registry)
                     .Add({{"method", method}}, kSeconds)) {
    auto& counts =
        BuildCounter().Name("redpeak_rpcs").Help("RPCs by gRPC status code.").Register(registry);
    for (size_t code = 0; code < counts_.size(); ++code) {
      counts_[code] = &counts.Add({{"method", method}, {"code", std::to_string(code)}});
    }
  }

  void Observe(int code, std::chrono::nanoseconds took) override {
    seconds_.Observe(std::chrono::duration<double>(took).count());
    if (code >= 0 && static_cast<size_t>(code) < counts_.size()) {
      counts_[static_cast<size_t>(code)]->Increment();
    }
  }

 private:
  prometheus::Histogram& seconds_;
  std::array<prometheus::Counter*, 17> counts_{};
};

}  // namespace

Metrics::Metrics() : registry_(std::make_shared<prometheus::Registry>()) {}
Metrics::~Metrics() = default;

std::unique_ptr<MethodMetrics> Metrics::ForMethod(const std::string& method) {
  return std::make_unique<OneMethod>(*registry_, method);
}

struct MetricsServer::Exposer {
  prometheus::Exposer exposer;
};

MetricsServer::MetricsServer(const std::string& address, Metrics& metrics)
    : exposer_(new Exposer{prometheus::Exposer(address, 1)}) {
  exposer_->exposer.RegisterCollectable(metrics.registry());
}

MetricsServer::~MetricsServer() = default;

}  // namespace redpeak
