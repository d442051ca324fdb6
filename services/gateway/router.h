#pragma once

#include <string>
#include <vector>

#include "services/base/ids.h"
#include "services/base/metrics.h"
#include "services/gateway/addresses.h"
#include "services/gateway/backend.h"
#include "services/gateway/connect.h"
#include "services/gateway/http.h"
#include "services/gateway/methods.h"
#include "services/gateway/session.h"
#include "services/gateway/sheets.h"
#include "services/gateway/static_files.h"

namespace redpeak::gateway {

// Says of every path what answers it.
class Router final : public Handler {
 public:
  // What is passed by reference outlives it.
  Router(const std::vector<std::string>& services, std::string web_root, std::string web_url,
         Backend& backend, Metrics& metrics, IdSource& ids);

  Intake IntakeOf(const Request& head) override;
  void Handle(std::shared_ptr<Exchange> exchange) override;

 private:
  void Route(const std::shared_ptr<Exchange>& exchange);
  bool RouteFiles(const std::shared_ptr<Exchange>& exchange);
  bool RouteData(const std::shared_ptr<Exchange>& exchange);
  void Probe(const std::shared_ptr<Exchange>& exchange);
  void StartSheet(const std::shared_ptr<Exchange>& exchange);
  void CallMethod(const std::shared_ptr<Exchange>& exchange, std::string_view path);
  Response OpenApiDocument();
  Response MetricsPage(const Request& request) const;

  const Methods methods_;
  const Addresses addresses_;
  const std::string web_url_;
  StaticFiles pages_;
  std::shared_ptr<const std::string> openapi_;
  Backend& backend_;
  Sheets sheets_;
  Metrics& metrics_;
  IdSource& ids_;
};

}  // namespace redpeak::gateway
