#pragma once

#include <atomic>
#include <memory>
#include <string>

#include "services/gateway/backend.h"
#include "services/gateway/http.h"
#include "services/gateway/methods.h"

namespace redpeak::gateway {

// Answers /sheets/<package.Service>/<Method>: all rows of a list as an xlsx file. Pages are asked
// for one after another with the caller's own credentials, and written on the threads of their
// answers, never on the event loop's.
class Sheets {
 public:
  // Both outlive it.
  Sheets(const Methods& methods, Backend& backend) : methods_(methods), backend_(backend) {}

  void Start(const std::shared_ptr<Exchange>& exchange, const CallContext& context);

 private:
  const Methods& methods_;
  Backend& backend_;
  std::atomic<int> under_way_{0};  // sheets
};

}  // namespace redpeak::gateway
