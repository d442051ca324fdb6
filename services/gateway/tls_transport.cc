#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/ssl.hpp>
#include <boost/asio/write.hpp>

#include "services/gateway/asio_transport.h"

namespace redpeak::gateway {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

class Tls final : public Transport {
 public:
  Tls(Socket socket, asio::ssl::context& context) : stream_(std::move(socket), context) {}

  void Open(Owner& owner) override {
    stream_.async_handshake(
        asio::ssl::stream_base::server,
        [keep = owner.shared_from_this()](const error_code& error) { keep->OnOpen(!error); });
  }

  void Read(Owner& owner) override {
    stream_.async_read_some(asio::buffer(in_), [this, keep = owner.shared_from_this()](
                                                   const error_code& error, size_t bytes) {
      keep->OnRead({in_.data(), bytes}, !error);
    });
  }

  // One record holds head and body of a small answer, which are joined for that.
  void Write(Owner& owner, std::string bytes, std::shared_ptr<const std::string> more) override {
    bytes_ = std::move(bytes);
    more_ = std::move(more);
    if (more_ && more_->size() <= kJoined) {
      bytes_ += *more_;
      more_.reset();
    }
    const std::array<asio::const_buffer, 2> buffers = {
        asio::buffer(bytes_), more_ ? asio::buffer(*more_) : asio::const_buffer()};
    asio::async_write(stream_, buffers,
                      [this, keep = owner.shared_from_this()](const error_code& error, size_t) {
                        more_.reset();
                        std::string().swap(bytes_);
                        keep->OnWritten(!error);
                      });
  }

  // TLS's own farewell is left out: every answer tells its length.
  void EndWriting() override {
    error_code ignored;
    stream_.next_layer().shutdown(Socket::shutdown_send, ignored);
  }

  void Close() override {
    error_code ignored;
    stream_.next_layer().close(ignored);
  }

  void Post(std::function<void()> task) override {
    asio::dispatch(stream_.get_executor(), std::move(task));
  }

  bool tls() const override { return true; }

 private:
  static constexpr size_t kJoined = 16 << 10;

  asio::ssl::stream<Socket> stream_;
  std::array<char, 8 << 10> in_{};
  std::string bytes_;
  std::shared_ptr<const std::string> more_;
};

}  // namespace

std::unique_ptr<Transport> TlsTransport(Socket socket, asio::ssl::context& context) {
  return std::make_unique<Tls>(std::move(socket), context);
}

std::shared_ptr<asio::ssl::context> MakeTlsContext(const std::string& certificate_file,
                                                   const std::string& key_file) {
  auto context = std::make_shared<asio::ssl::context>(asio::ssl::context::tls_server);
  context->set_options(asio::ssl::context::default_workarounds | asio::ssl::context::no_tlsv1 |
                       asio::ssl::context::no_tlsv1_1 | SSL_OP_NO_RENEGOTIATION);
  context->use_certificate_chain_file(certificate_file);
  context->use_private_key_file(key_file, asio::ssl::context::pem);
  // Idle connections give their buffers back.
  SSL_CTX_set_mode(context->native_handle(), SSL_MODE_RELEASE_BUFFERS);
  return context;
}

}  // namespace redpeak::gateway
