#include "services/base/clock.h"

#include <google/protobuf/timestamp.pb.h>

namespace redpeak {

using std::chrono::microseconds;

Instant SystemClock::Now() const {
  return std::chrono::floor<microseconds>(std::chrono::system_clock::now());
}

int64_t ToMicros(Instant instant) { return instant.time_since_epoch().count(); }

Instant FromMicros(int64_t micros) { return Instant(microseconds(micros)); }

google::protobuf::Timestamp ToProto(Instant instant) {
  const auto seconds = std::chrono::floor<std::chrono::seconds>(instant);
  google::protobuf::Timestamp timestamp;
  timestamp.set_seconds(seconds.time_since_epoch().count());
  timestamp.set_nanos(static_cast<int32_t>((instant - seconds).count() * 1000));
  return timestamp;
}

Instant FromProto(const google::protobuf::Timestamp& timestamp) {
  return Instant(std::chrono::seconds(timestamp.seconds()) +
                 microseconds(timestamp.nanos() / 1000));
}

}  // namespace redpeak
