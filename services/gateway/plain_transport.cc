#include <array>
#include <boost/asio/buffer.hpp>
#include <boost/asio/dispatch.hpp>
#include <boost/asio/write.hpp>

#include "services/gateway/asio_transport.h"

namespace redpeak::gateway {
namespace {

namespace asio = boost::asio;
using boost::system::error_code;

// Waits until there is something to read and only then lends it the thread's buffer, so that an
// idle connection has none.
class Plain final : public Transport {
 public:
  explicit Plain(Socket socket) : socket_(std::move(socket)) {
    error_code ignored;
    socket_.non_blocking(true, ignored);
  }

  void Open(Owner& owner) override { owner.OnOpen(true); }

  void Read(Owner& owner) override {
    socket_.async_wait(Socket::wait_read,
                       [this, keep = owner.shared_from_this()](const error_code& error) {
                         error ? keep->OnRead({}, false) : ReadNow(*keep);
                       });
  }

  void Write(Owner& owner, std::string bytes, std::shared_ptr<const std::string> more) override {
    bytes_ = std::move(bytes);
    more_ = std::move(more);
    const std::array<asio::const_buffer, 2> buffers = {
        asio::buffer(bytes_), more_ ? asio::buffer(*more_) : asio::const_buffer()};
    asio::async_write(socket_, buffers,
                      [this, keep = owner.shared_from_this()](const error_code& error, size_t) {
                        more_.reset();
                        if (bytes_.capacity() > kKeptBytes) std::string().swap(bytes_);
                        keep->OnWritten(!error);
                      });
  }

  void EndWriting() override {
    error_code ignored;
    socket_.shutdown(Socket::shutdown_send, ignored);
  }

  void Close() override {
    error_code ignored;
    socket_.close(ignored);
  }

  void Post(std::function<void()> task) override {
    asio::dispatch(socket_.get_executor(), std::move(task));
  }

  bool tls() const override { return false; }

 private:
  static constexpr size_t kKeptBytes = 2048;

  void ReadNow(Owner& owner) {
    static thread_local std::array<char, 64 << 10> buffer;
    error_code error;
    const size_t bytes = socket_.read_some(asio::buffer(buffer), error);
    if (error == asio::error::would_block) return Read(owner);
    owner.OnRead({buffer.data(), bytes}, !error);
  }

  Socket socket_;
  std::string bytes_;
  std::shared_ptr<const std::string> more_;
};

}  // namespace

std::unique_ptr<Transport> PlainTransport(Socket socket) {
  return std::make_unique<Plain>(std::move(socket));
}

}  // namespace redpeak::gateway
