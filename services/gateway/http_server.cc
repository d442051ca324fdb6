#include "services/gateway/http_server.h"

#include <boost/asio/io_context.hpp>
#include <boost/asio/ip/tcp.hpp>
#include <boost/asio/post.hpp>
#include <boost/asio/steady_timer.hpp>
#include <condition_variable>
#include <map>
#include <mutex>
#include <thread>

#include "services/base/log.h"
#include "services/gateway/asio_transport.h"

namespace redpeak::gateway {
namespace {

namespace asio = boost::asio;
using asio::ip::tcp;
using boost::system::error_code;
using std::chrono::steady_clock;

std::string AddressOf(const asio::ip::address& address) {
  if (address.is_v4()) return "ipv4:" + address.to_string();
  const auto v6 = address.to_v6();
  if (!v6.is_v4_mapped()) return "ipv6:[" + v6.to_string() + "]";
  return "ipv4:" + asio::ip::make_address_v4(asio::ip::v4_mapped, v6).to_string();
}

}  // namespace

struct HttpServer::Impl {
  Impl(const HttpSettings& given, Handler& answers) : settings(given), handler(answers) {}

  void Listen();
  void Accept();
  void OnAccept(const error_code& error, tcp::socket socket);
  bool Admits(const asio::ip::address& address);
  void Add(tcp::socket socket, const asio::ip::address& address);
  void Remove(Connection& connection);
  void Tick();
  void Drain();

  const HttpSettings settings;
  Handler& handler;
  asio::io_context loop{1};
  std::shared_ptr<asio::ssl::context> tls;
  tcp::acceptor acceptor{loop};
  asio::steady_timer timer{loop};
  std::map<Connection*, std::shared_ptr<Connection>> connections;
  std::map<std::string, size_t> addresses;  // connections of each
  bool draining = false;
  std::mutex mutex;
  std::condition_variable drained_condition;
  size_t count = 0;  // of connections; guarded by mutex
  std::thread thread;
};

void HttpServer::Impl::Listen() {
  const auto colon = settings.listen.rfind(':');
  auto host = settings.listen.substr(0, colon);
  if (host.starts_with('[') && host.ends_with(']')) host = host.substr(1, host.size() - 2);
  const auto found =
      tcp::resolver(loop).resolve(host, settings.listen.substr(colon + 1), tcp::resolver::passive);
  const tcp::endpoint endpoint = found.begin()->endpoint();
  acceptor.open(endpoint.protocol());
  acceptor.set_option(tcp::acceptor::reuse_address(true));
  acceptor.bind(endpoint);
  acceptor.listen(4096);
}

void HttpServer::Impl::Accept() {
  acceptor.async_accept(
      [this](const error_code& error, tcp::socket socket) { OnAccept(error, std::move(socket)); });
}

void HttpServer::Impl::OnAccept(const error_code& error, tcp::socket socket) {
  if (draining || error == asio::error::operation_aborted) return;
  error_code unknown;
  const auto remote = socket.remote_endpoint(unknown);
  if (!error && !unknown && Admits(remote.address())) Add(std::move(socket), remote.address());
  if (!error) return Accept();
  // Out of file descriptors, say: what is under way may free some.
  Log(LogLevel::kWarning, "cannot accept", {{"why", error.message()}});
  auto pause = std::make_shared<asio::steady_timer>(loop, std::chrono::milliseconds(100));
  pause->async_wait([this, pause](const error_code& ended) {
    if (!ended && !draining) Accept();
  });
}

bool HttpServer::Impl::Admits(const asio::ip::address& address) {
  if (connections.size() >= settings.connections_max) return false;
  if (address.is_loopback()) return true;
  const auto it = addresses.find(AddressOf(address));
  return it == addresses.end() || it->second < settings.connections_max_address;
}

void HttpServer::Impl::Add(tcp::socket socket, const asio::ip::address& address) {
  error_code ignored;
  socket.set_option(tcp::no_delay(true), ignored);
  auto transport = tls ? TlsTransport(std::move(socket), *tls) : PlainTransport(std::move(socket));
  const auto connection = std::make_shared<Connection>(
      std::move(transport), handler, settings.patience, AddressOf(address),
      [this](Connection& ended) { Remove(ended); });
  connections[connection.get()] = connection;
  ++addresses[connection->client_address()];
  {
    std::lock_guard lock(mutex);
    ++count;
  }
  connection->Start();
}

void HttpServer::Impl::Remove(Connection& connection) {
  const auto address = addresses.find(connection.client_address());
  if (address != addresses.end() && --address->second == 0) addresses.erase(address);
  const auto it = connections.find(&connection);
  if (it == connections.end()) return;
  // Its caller may still use it.
  asio::post(loop, [kept = std::move(it->second)] {});
  connections.erase(it);
  std::lock_guard lock(mutex);
  if (--count == 0) drained_condition.notify_all();
}

void HttpServer::Impl::Tick() {
  timer.expires_after(std::chrono::seconds(1));
  timer.async_wait([this](const error_code& error) {
    if (error) return;
    const auto now = steady_clock::now();
    // One that is closed takes itself out.
    for (auto it = connections.begin(); it != connections.end();) (it++)->second->Tick(now);
    Tick();
  });
}

void HttpServer::Impl::Drain() {
  draining = true;
  error_code ignored;
  acceptor.close(ignored);
  for (auto it = connections.begin(); it != connections.end();) (it++)->second->Drain();
}

HttpServer::HttpServer(std::unique_ptr<Impl> impl) : impl_(std::move(impl)) {}

HttpServer::~HttpServer() { Stop(std::chrono::milliseconds(0)); }

Result<std::unique_ptr<HttpServer>> HttpServer::Start(const HttpSettings& settings,
                                                      Handler& handler) {
  auto impl = std::make_unique<Impl>(settings, handler);
  try {
    if (!settings.tls_certificate.empty()) {
      impl->tls = MakeTlsContext(settings.tls_certificate, settings.tls_key);
    }
    impl->Listen();
  } catch (const std::exception& e) {
    return Failure({Code::kFailedPrecondition, "INTERNAL",
                    "cannot serve the web on " + settings.listen + ": " + e.what()});
  }
  impl->Accept();
  impl->Tick();
  impl->thread = std::thread([running = impl.get()] { running->loop.run(); });
  return std::unique_ptr<HttpServer>(new HttpServer(std::move(impl)));
}

int HttpServer::port() const { return impl_->acceptor.local_endpoint().port(); }

size_t HttpServer::connections() const {
  std::lock_guard lock(impl_->mutex);
  return impl_->count;
}

void HttpServer::Stop(std::chrono::milliseconds wait) {
  if (!impl_->thread.joinable()) return;
  asio::post(impl_->loop, [this] { impl_->Drain(); });
  {
    std::unique_lock lock(impl_->mutex);
    impl_->drained_condition.wait_for(lock, wait, [this] { return impl_->count == 0; });
  }
  asio::post(impl_->loop, [this] {
    auto& all = impl_->connections;
    for (auto it = all.begin(); it != all.end();) (it++)->second->Close();
    impl_->timer.cancel();
  });
  impl_->thread.join();
}

}  // namespace redpeak::gateway
