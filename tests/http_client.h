#pragma once

#include <map>
#include <string>
#include <vector>

namespace redpeak::testing {

struct HttpAnswer {
  int status = 0;                                   // 0: the connection ended without one
  std::multimap<std::string, std::string> headers;  // names in lower case
  std::string body;

  // The first of this name, or empty.
  std::string Header(const std::string& name) const;
};

// A connection to 127.0.0.1 over which a test says what it likes. Gives up after ten seconds.
class HttpClient {
 public:
  explicit HttpClient(int port);
  ~HttpClient();
  HttpClient(const HttpClient&) = delete;
  HttpClient& operator=(const HttpClient&) = delete;

  void Send(const std::string& bytes);
  // The next answer; one to HEAD has no body.
  HttpAnswer Read(bool to_head = false);
  // Says that it sends nothing more, and goes on reading.
  void EndSending();
  // Whether the server closes without saying more.
  bool IsClosed();

  // A whole request with Content-Length, and its answer.
  HttpAnswer Ask(const std::string& method, const std::string& target,
                 const std::vector<std::string>& fields = {}, const std::string& body = "");

 private:
  bool More();

  int socket_ = -1;
  std::string in_;
};

// The same on a connection of its own.
HttpAnswer Http(int port, const std::string& method, const std::string& target,
                const std::vector<std::string>& fields = {}, const std::string& body = "");

}  // namespace redpeak::testing
