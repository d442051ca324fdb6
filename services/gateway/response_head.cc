#include "services/gateway/response_head.h"

#include <ctime>
#include <map>

namespace redpeak::gateway {
namespace {

// As HTTP writes it, e.g. Sun, 06 Nov 1994 08:49:37 GMT; made anew once a second.
const std::string& Date() {
  static thread_local std::time_t made_at = 0;
  static thread_local std::string date;
  const std::time_t now = std::time(nullptr);
  if (now == made_at) return date;
  made_at = now;
  std::tm parts{};
  gmtime_r(&now, &parts);
  char text[40];
  date.assign(text, std::strftime(text, sizeof text, "%a, %d %b %Y %H:%M:%S GMT", &parts));
  return date;
}

void AppendField(std::string& head, std::string_view name, std::string_view value) {
  head.append(name).append(": ");
  for (const char c : value) head += c == '\r' || c == '\n' || c == '\0' ? ' ' : c;
  head += "\r\n";
}

}  // namespace

std::string_view ReasonPhrase(int status) {
  static const std::map<int, std::string_view> phrases = {
      {200, "OK"},
      {202, "Accepted"},
      {204, "No Content"},
      {206, "Partial Content"},
      {303, "See Other"},
      {304, "Not Modified"},
      {400, "Bad Request"},
      {401, "Unauthorized"},
      {403, "Forbidden"},
      {404, "Not Found"},
      {405, "Method Not Allowed"},
      {408, "Request Timeout"},
      {409, "Conflict"},
      {411, "Length Required"},
      {413, "Content Too Large"},
      {414, "URI Too Long"},
      {415, "Unsupported Media Type"},
      {416, "Range Not Satisfiable"},
      {429, "Too Many Requests"},
      {431, "Request Header Fields Too Large"},
      {499, "Client Closed Request"},
      {500, "Internal Server Error"},
      {501, "Not Implemented"},
      {502, "Bad Gateway"},
      {503, "Service Unavailable"},
      {504, "Gateway Timeout"},
      {505, "HTTP Version Not Supported"},
  };
  const auto it = phrases.find(status);
  return it == phrases.end() ? "Status" : it->second;
}

std::string ResponseHead(const Response& response, int64_t body_bytes, bool keep_alive) {
  std::string head;
  head.reserve(512);
  head.append("HTTP/1.1 ").append(std::to_string(response.status)).append(" ");
  head.append(ReasonPhrase(response.status)).append("\r\n");
  for (const auto& [name, value] : response.headers.all()) AppendField(head, name, value);
  if (response.status != 304 && response.status != 204) {
    head.append("Content-Length: ").append(std::to_string(body_bytes)).append("\r\n");
  }
  head.append("Date: ").append(Date()).append("\r\n");
  if (!keep_alive) head.append("Connection: close\r\n");
  return head.append("\r\n");
}

}  // namespace redpeak::gateway
