#pragma once

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

// HTTP as the rest of the gateway sees it: no sockets, no library.
namespace redpeak::gateway {

// Header fields in their order. Names are compared without regard to case.
class Headers {
 public:
  void Add(std::string name, std::string value) {
    fields_.emplace_back(std::move(name), std::move(value));
  }
  // The first of this name, or empty.
  std::string_view Get(std::string_view name) const;
  bool Has(std::string_view name) const;
  const std::vector<std::pair<std::string, std::string>>& all() const { return fields_; }

 private:
  std::vector<std::pair<std::string, std::string>> fields_;
};

struct Request {
  std::string method{};  // GET
  std::string path{};    // /public/calls.json, as sent, before the question mark
  std::string query{};   // after it, as sent
  Headers headers{};
  std::string body{};            // whole, unless it is streamed
  std::string client_address{};  // ipv4:127.0.0.1 or ipv6:[::1]
  bool tls = false;
  bool reads = false;  // changes nothing: a GET or HEAD, or a method without side effects
  std::string id{};    // names the request in the log and, as the trace, in the services' logs
};

// Gives an answer's body piece by piece.
class BodySource {
 public:
  virtual ~BodySource() = default;
  // Calls back, from any thread, with the next piece. Empty: that was all. None: it broke off.
  virtual void Next(std::function<void(std::optional<std::string>)> take) = 0;
  // Nobody wants the rest.
  virtual void Cancel() = 0;
};

struct Response {
  int status = 200;
  Headers headers{};  // without Content-Length, Connection and Date
  std::string body{};
  std::shared_ptr<const std::string> shared_body{};  // in place of `body`, if set
  std::shared_ptr<BodySource> source{};              // in place of both, if set
  int64_t source_bytes = 0;                          // how many it gives

  static Response Text(int status, std::string_view text);
};

// Takes a request's body piece by piece.
class BodySink {
 public:
  virtual ~BodySink() = default;
  // Takes a piece, and calls back, from any thread, when it can take the next.
  virtual void Write(std::string bytes, std::function<void()> ready) = 0;
  virtual void End() = 0;
  // The client went away.
  virtual void Cancel() = 0;
};

// A request under way, as what answers it sees it.
class Exchange {
 public:
  virtual ~Exchange() = default;
  Request request{};
  // Set by what answers: called, on the connection's thread, if the client goes away before that.
  std::function<void()> on_cancel{};
  // Answers, once, from any thread.
  virtual void Answer(Response response) = 0;
  // Has the body that follows written there. Only from within Handler::Handle.
  virtual void Stream(std::shared_ptr<BodySink> sink) = 0;
};

// How a request's body is to be taken.
struct Intake {
  int64_t body_max = 0;   // bytes; more is answered with 413
  bool streamed = false;  // handled as soon as the head is there
};

class Handler {
 public:
  virtual ~Handler() = default;
  virtual Intake IntakeOf(const Request& head) = 0;
  virtual void Handle(std::shared_ptr<Exchange> exchange) = 0;
};

}  // namespace redpeak::gateway
