#pragma once

#include <atomic>
#include <chrono>
#include <string>

namespace google::protobuf {
class Timestamp;
}

namespace redpeak {

// An instant, in UTC. Microseconds, as PostgreSQL keeps them.
using Instant = std::chrono::time_point<std::chrono::system_clock, std::chrono::microseconds>;

// Where the time comes from.
class Clock {
 public:
  virtual ~Clock() = default;
  virtual Instant Now() const = 0;
};

class SystemClock final : public Clock {
 public:
  Instant Now() const override;
};

// Stands still until it is moved, for tests and for playing a year in a minute.
class SimulatedClock final : public Clock {
 public:
  explicit SimulatedClock(Instant now) : now_(now) {}
  Instant Now() const override { return now_.load(); }
  void Set(Instant now) { now_.store(now); }

 private:
  std::atomic<Instant> now_;
};

// Microseconds since 1970 in UTC, the form in which instants go to and come from SQL.
int64_t ToMicros(Instant instant);
Instant FromMicros(int64_t micros);

google::protobuf::Timestamp ToProto(Instant instant);
// Rounds down to microseconds.
Instant FromProto(const google::protobuf::Timestamp& timestamp);

}  // namespace redpeak
