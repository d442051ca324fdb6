#pragma once

#include <functional>
#include <memory>
#include <string>
#include <string_view>

namespace redpeak::gateway {

// A stream of bytes to one client. Everything happens on the thread of its event loop, but Post.
class Transport {
 public:
  // Who uses it. It lives at least until what it asked for is done.
  class Owner : public std::enable_shared_from_this<Owner> {
   public:
    virtual ~Owner() = default;
    virtual void OnOpen(bool ok) = 0;
    // `bytes` are gone afterwards. Not open: the client has closed, or the line is broken.
    virtual void OnRead(std::string_view bytes, bool open) = 0;
    virtual void OnWritten(bool ok) = 0;
  };

  virtual ~Transport() = default;
  // Shakes hands where that is needed, then OnOpen.
  virtual void Open(Owner& owner) = 0;
  // Reads what comes next, then OnRead. One at a time.
  virtual void Read(Owner& owner) = 0;
  // Writes all, then OnWritten. One at a time. `more` may be null; both are kept until then.
  virtual void Write(Owner& owner, std::string bytes, std::shared_ptr<const std::string> more) = 0;
  // Says that nothing more will be written; reading goes on.
  virtual void EndWriting() = 0;
  // What was asked for ends without success.
  virtual void Close() = 0;
  // Runs it on the loop's thread: at once if that is this one. From any thread.
  virtual void Post(std::function<void()> task) = 0;
  virtual bool tls() const = 0;
};

}  // namespace redpeak::gateway
