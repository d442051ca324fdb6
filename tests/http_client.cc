#include "tests/http_client.h"

#include <arpa/inet.h>
#include <sys/socket.h>
#include <sys/time.h>
#include <unistd.h>

#include <algorithm>
#include <stdexcept>

namespace redpeak::testing {
namespace {

void ReadHead(const std::string& head, HttpAnswer& answer) {
  answer.status = std::stoi(head.substr(head.find(' ') + 1, 3));
  for (size_t at = head.find("\r\n"); at + 2 < head.size();) {
    const auto end = head.find("\r\n", at + 2);
    const auto line = head.substr(at + 2, end - at - 2);
    const auto colon = line.find(": ");
    if (colon != line.npos) {
      auto name = line.substr(0, colon);
      std::ranges::transform(name, name.begin(), [](unsigned char c) { return std::tolower(c); });
      answer.headers.emplace(name, line.substr(colon + 2));
    }
    if (end == head.npos) break;
    at = end;
  }
}

}  // namespace

std::string HttpAnswer::Header(const std::string& name) const {
  const auto it = headers.find(name);
  return it == headers.end() ? std::string() : it->second;
}

HttpClient::HttpClient(int port) : socket_(socket(AF_INET, SOCK_STREAM, 0)) {
  sockaddr_in address{};
  address.sin_family = AF_INET;
  address.sin_port = htons(static_cast<uint16_t>(port));
  address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
  const timeval patience{10, 0};
  setsockopt(socket_, SOL_SOCKET, SO_RCVTIMEO, &patience, sizeof patience);
  if (connect(socket_, reinterpret_cast<const sockaddr*>(&address), sizeof address) != 0) {
    throw std::runtime_error("nobody listens on port " + std::to_string(port));
  }
}

HttpClient::~HttpClient() { close(socket_); }

void HttpClient::Send(const std::string& bytes) {
  for (size_t sent = 0; sent < bytes.size();) {
    const auto n = send(socket_, bytes.data() + sent, bytes.size() - sent, MSG_NOSIGNAL);
    if (n <= 0) return;  // the server has closed; what it said can still be read
    sent += static_cast<size_t>(n);
  }
}

bool HttpClient::More() {
  char buffer[65536];
  const auto n = recv(socket_, buffer, sizeof buffer, 0);
  if (n > 0) in_.append(buffer, static_cast<size_t>(n));
  return n > 0;
}

HttpAnswer HttpClient::Read(bool to_head) {
  HttpAnswer answer;
  size_t end = 0;
  while ((end = in_.find("\r\n\r\n")) == in_.npos) {
    if (!More()) return answer;
  }
  ReadHead(in_.substr(0, end + 2), answer);
  in_.erase(0, end + 4);
  const auto length = answer.Header("content-length");
  const bool bodiless = to_head || answer.status < 200 || answer.status == 304 || length.empty();
  const size_t bytes = bodiless ? 0 : std::stoull(length);
  while (in_.size() < bytes) {
    if (!More()) break;
  }
  answer.body = in_.substr(0, bytes);
  in_.erase(0, bytes);
  return answer;
}

void HttpClient::EndSending() { shutdown(socket_, SHUT_WR); }

bool HttpClient::IsClosed() {
  char byte = 0;
  return in_.empty() && recv(socket_, &byte, 1, 0) <= 0;
}

HttpAnswer HttpClient::Ask(const std::string& method, const std::string& target,
                           const std::vector<std::string>& fields, const std::string& body) {
  auto text = method + " " + target + " HTTP/1.1\r\nHost: 127.0.0.1\r\n";
  for (const auto& field : fields) text += field + "\r\n";
  if (!body.empty() || method == "POST" || method == "PUT") {
    text += "Content-Length: " + std::to_string(body.size()) + "\r\n";
  }
  Send(text + "\r\n" + body);
  return Read(method == "HEAD");
}

HttpAnswer Http(int port, const std::string& method, const std::string& target,
                const std::vector<std::string>& fields, const std::string& body) {
  return HttpClient(port).Ask(method, target, fields, body);
}

}  // namespace redpeak::testing
