#pragma once

#include <mutex>
#include <string>

#include "services/base/clock.h"

namespace redpeak {

// Makes ids of new resources: 26 characters of lower-case Crockford base 32, the first ten of them
// the time in milliseconds (a ULID), so that newer sorts after older and an index grows at one end.
class IdSource {
 public:
  virtual ~IdSource() = default;
  virtual std::string NewId(Instant now);

 private:
  std::mutex mutex_;
  std::string last_;
};

}  // namespace redpeak
