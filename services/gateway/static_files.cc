#include "services/gateway/static_files.h"

#include <sys/stat.h>

#include <fstream>
#include <sstream>

#include "services/base/crypto.h"
#include "services/gateway/encoding.h"
#include "services/gateway/gzip.h"
#include "services/gateway/security.h"

namespace redpeak::gateway {
namespace {

constexpr char kNoncePlace[] = "__CSP_NONCE__";
constexpr char kNotBuilt[] =
    "The pages are not there. Build them (deploy/up does), and point web-root at the folder.";

struct Encoding {
  const char* name;
  const char* suffix;
};
constexpr Encoding kEncodings[] = {{"br", ".br"}, {"gzip", ".gz"}};

std::string ExtensionOf(const std::string& path) {
  const auto slash = path.rfind('/');
  const auto dot = path.rfind('.');
  return dot == path.npos || dot < slash ? std::string() : path.substr(dot + 1);
}

const char* MediaType(const std::string& extension) {
  static const std::map<std::string, const char*> types = {
      {"bcmap", "application/octet-stream"},
      {"css", "text/css; charset=utf-8"},
      {"html", "text/html; charset=utf-8"},
      {"ico", "image/x-icon"},
      {"jpg", "image/jpeg"},
      {"js", "text/javascript; charset=utf-8"},
      {"json", "application/json"},
      {"map", "application/json"},
      {"mjs", "text/javascript; charset=utf-8"},
      {"pdf", "application/pdf"},
      {"pfb", "application/octet-stream"},
      {"png", "image/png"},
      {"svg", "image/svg+xml"},
      {"ttf", "font/ttf"},
      {"txt", "text/plain; charset=utf-8"},
      {"wasm", "application/wasm"},
      {"webmanifest", "application/manifest+json"},
      {"webp", "image/webp"},
      {"woff2", "font/woff2"},
  };
  const auto it = types.find(extension);
  return it == types.end() ? "application/octet-stream" : it->second;
}

// Whether every segment is a plain name: nothing leads out of the folder, nothing is hidden.
bool IsPlain(const std::string& path) {
  if (path.find('\\') != path.npos || path.find("//") != path.npos) return false;
  return path.find("/.") == path.npos;
}

void ReplaceAll(std::string& text, std::string_view what, std::string_view by) {
  for (size_t at = 0; (at = text.find(what, at)) != text.npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
}

}  // namespace

const StaticFiles::File* StaticFiles::Find(const std::string& path) {
  struct stat facts {};
  const auto whole = root_ + path;
  if (root_.empty() || stat(whole.c_str(), &facts) != 0 || !S_ISREG(facts.st_mode)) return nullptr;
  const int64_t changed = facts.st_mtim.tv_sec * 1'000'000'000 + facts.st_mtim.tv_nsec;
  auto& file = files_[path];
  if (!file.bytes || file.changed != changed || file.size != facts.st_size) {
    std::ostringstream bytes;
    bytes << std::ifstream(whole, std::ios::binary).rdbuf();
    file = {changed, facts.st_size, std::make_shared<const std::string>(bytes.str())};
  }
  return &file;
}

Response StaticFiles::Serve(const Request& request) {
  if (request.method != "GET" && request.method != "HEAD") {
    auto response = Response::Text(405, "pages are only read");
    response.headers.Add("Allow", "GET, HEAD");
    return response;
  }
  const auto path = PercentDecode(request.path);
  if (!path || !IsPlain(*path)) return Response::Text(404, "there is no such file");
  if (ExtensionOf(*path).empty()) return Page(request);
  return Asset(request, *path);
}

Response StaticFiles::Page(const Request& request) {
  const auto* file = Find("/index.html");
  if (file == nullptr) return Response::Text(404, kNotBuilt);
  const auto nonce = ToBase64Url(RandomBytes(16));
  Response response;
  response.body = *file->bytes;
  ReplaceAll(response.body, kNoncePlace, nonce);
  response.headers.Add("Content-Type", MediaType("html"));
  response.headers.Add("Cache-Control", "no-cache");
  response.headers.Add("Content-Security-Policy", PagePolicy(nonce));
  response.headers.Add("Vary", "Accept-Encoding");
  if (Accepts(request.headers.Get("accept-encoding"), "gzip")) {
    response.headers.Add("Content-Encoding", "gzip");
    response.body = Gzip(response.body);
  }
  return response;
}

Response StaticFiles::Asset(const Request& request, const std::string& path) {
  const auto* file = Find(path);
  if (file == nullptr || path == "/index.html") return Response::Text(404, "there is no such file");
  const bool immutable = path.starts_with("/assets/");
  Response response;
  response.headers.Add("Content-Type", MediaType(ExtensionOf(path)));
  response.headers.Add("Cache-Control", immutable ? "public, max-age=31536000, immutable"
                                                  : "public, max-age=0, must-revalidate");
  response.headers.Add("Vary", "Accept-Encoding");
  auto etag = "\"" + std::to_string(file->changed) + "-" + std::to_string(file->size);
  response.shared_body = file->bytes;
  for (const auto& encoding : kEncodings) {
    if (!Accepts(request.headers.Get("accept-encoding"), encoding.name)) continue;
    const auto* smaller = Find(path + encoding.suffix);
    if (smaller == nullptr) continue;
    response.headers.Add("Content-Encoding", encoding.name);
    response.shared_body = smaller->bytes;
    etag.append("-").append(encoding.name);
    break;
  }
  etag += "\"";
  response.headers.Add("ETag", etag);
  if (request.headers.Get("if-none-match") == etag) response.status = 304;
  return response;
}

}  // namespace redpeak::gateway
