#include "tests/load/driver.h"

#include <grpcpp/generic/generic_stub.h>

#include <algorithm>
#include <atomic>
#include <chrono>
#include <future>
#include <mutex>

namespace redpeak::load {
namespace {

using std::chrono::steady_clock;

// Calls under way. Each answer sends the next.
class Volley {
 public:
  Volley(const std::shared_ptr<grpc::Channel>& channel, int count,
         const std::function<Shot(int)>& shot)
      : stub_(channel), count_(count), shot_(shot), millis_(static_cast<size_t>(count)) {}

  void Fire() {
    const int i = next_++;
    if (i >= count_) return;
    auto* flight = new Flight(shot_(i));
    if (!flight->shot.token.empty()) {
      flight->context.AddMetadata("authorization", "Bearer " + flight->shot.token);
    }
    flight->began = steady_clock::now();
    stub_.UnaryCall(&flight->context, flight->shot.path, {}, &flight->in, &flight->out,
                    [this, i, flight](const grpc::Status& status) { Land(i, flight, status); });
  }

  void Wait() { done_.get_future().wait(); }
  std::vector<double>& millis() { return millis_; }
  int failed() const { return failed_; }
  const std::string& first_failure() const { return first_failure_; }

 private:
  struct Flight {
    explicit Flight(Shot fired) : shot(std::move(fired)), slice(shot.request), in(&slice, 1) {}
    Shot shot;
    grpc::Slice slice;
    grpc::ClientContext context;
    grpc::ByteBuffer in;
    grpc::ByteBuffer out;
    steady_clock::time_point began;
  };

  void Land(int i, Flight* flight, const grpc::Status& status) {
    const std::chrono::duration<double, std::milli> took = steady_clock::now() - flight->began;
    millis_[static_cast<size_t>(i)] = took.count();
    if (!status.ok()) {
      std::lock_guard lock(mutex_);
      if (failed_++ == 0) first_failure_ = flight->shot.path + ": " + status.error_message();
    }
    delete flight;
    Fire();
    if (++landed_ == count_) done_.set_value();
  }

  grpc::GenericStub stub_;
  const int count_;
  const std::function<Shot(int)>& shot_;
  std::vector<double> millis_;
  std::atomic<int> next_ = 0;
  std::atomic<int> landed_ = 0;
  std::mutex mutex_;
  int failed_ = 0;
  std::string first_failure_;
  std::promise<void> done_;
};

}  // namespace

double Quantile(const std::vector<double>& sorted, double share) {
  if (sorted.empty()) return 0;
  return sorted[static_cast<size_t>(share * static_cast<double>(sorted.size() - 1))];
}

Outcome Drive(const std::shared_ptr<grpc::Channel>& channel, int callers, int count,
              const std::function<Shot(int)>& shot) {
  Volley volley(channel, count, shot);
  const auto began = steady_clock::now();
  for (int i = 0; i < callers; ++i) volley.Fire();
  volley.Wait();
  const std::chrono::duration<double> took = steady_clock::now() - began;
  auto& millis = volley.millis();
  std::ranges::sort(millis);
  return {count / took.count(), Quantile(millis, 0.5), Quantile(millis, 0.99), volley.failed(),
          volley.first_failure()};
}

}  // namespace redpeak::load
