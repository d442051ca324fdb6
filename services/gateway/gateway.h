#pragma once

#include <memory>
#include <string>
#include <vector>

#include "services/base/ids.h"
#include "services/base/metrics.h"
#include "services/base/peers.h"
#include "services/base/status.h"
#include "services/gateway/http_server.h"

namespace redpeak::gateway {

struct GatewaySettings {
  HttpSettings http{};
  std::string web_root{};               // the folder of the built pages
  std::string web_url{};                // what links in mail begin with: an origin of the pages
  std::vector<std::string> services{};  // of the whole system
};

// The web's door to the services. See README.md here for what it answers.
class Gateway {
 public:
  // What is passed by reference outlives it.
  Gateway(GatewaySettings settings, Peers& peers, Metrics& metrics, IdSource& ids);
  ~Gateway();

  // Begins to listen. The peers' channels must be set.
  Result<void> Start();
  int port() const;
  // Finishes what is under way, at most ten seconds. The channels must live until then.
  void Stop();

 private:
  struct Impl;
  std::unique_ptr<Impl> impl_;
};

}  // namespace redpeak::gateway
