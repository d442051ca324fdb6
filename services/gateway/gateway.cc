#include "services/gateway/gateway.h"

#include "services/gateway/backend.h"
#include "services/gateway/router.h"

namespace redpeak::gateway {
namespace {

constexpr std::chrono::seconds kStopMax{10};

}  // namespace

struct Gateway::Impl {
  Impl(GatewaySettings given, Peers& peers, Metrics& metrics, IdSource& ids)
      : settings(std::move(given)),
        backend(peers),
        router(settings.services, settings.web_root, settings.web_url, backend, metrics, ids) {}

  const GatewaySettings settings;
  Backend backend;
  Router router;
  std::unique_ptr<HttpServer> server;
};

Gateway::Gateway(GatewaySettings settings, Peers& peers, Metrics& metrics, IdSource& ids)
    : impl_(std::make_unique<Impl>(std::move(settings), peers, metrics, ids)) {}

Gateway::~Gateway() { Stop(); }

Result<void> Gateway::Start() {
  REDPEAK_ASSIGN_OR_RETURN(impl_->server, HttpServer::Start(impl_->settings.http, impl_->router));
  return {};
}

int Gateway::port() const { return impl_->server->port(); }

// Answers are posted to the server's loop, so it goes last.
void Gateway::Stop() {
  if (!impl_->server) return;
  impl_->server->Stop(kStopMax);
  impl_->backend.Close();
  impl_->server.reset();
}

}  // namespace redpeak::gateway
