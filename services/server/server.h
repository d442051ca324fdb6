#pragma once

#include <memory>
#include <string>

#include "services/base/clock.h"
#include "services/base/sessions.h"
#include "services/base/status.h"
#include "services/server/config.h"

namespace grpc {
class Channel;
}

namespace redpeak::server {

// A process of Redpeak: the services that its configuration names, on one port. It answers calls
// from Start until it is shut down or destroyed.
class Server {
 public:
  // Fails, naming what is wrong, for a bad configuration, a database that is not there or not
  // migrated, a statement that the schema does not take, or a port that is not free.
  static Result<std::unique_ptr<Server>> Start(const Config& config);
  ~Server();

  // The port it listens on.
  int port() const;
  // The port that the web gateway listens on; 0 without one.
  int web_port() const;
  // A channel inside the process, which needs no TLS.
  std::shared_ptr<grpc::Channel> InProcessChannel();
  // Null with the real clock.
  SimulatedClock* simulated_clock();
  Sessions& sessions();

  // Takes no new calls, finishes those under way (at most ten seconds), then stops everything.
  void Shutdown();

 private:
  struct Impl;
  explicit Server(std::unique_ptr<Impl> impl);
  std::unique_ptr<Impl> impl_;
};

}  // namespace redpeak::server
