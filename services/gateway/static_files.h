#pragma once

#include <map>
#include <memory>
#include <string>

#include "services/gateway/http.h"

namespace redpeak::gateway {

// The built pages, from a folder. Only used on one thread.
class StaticFiles {
 public:
  explicit StaticFiles(std::string root) : root_(std::move(root)) {}

  // What a GET or HEAD of a path is answered with: the file, or for a path without extension (a
  // page's address) index.html, with a nonce for styles of its own.
  Response Serve(const Request& request);

 private:
  struct File {
    int64_t changed = 0;  // nanoseconds
    int64_t size = 0;
    std::shared_ptr<const std::string> bytes{};
  };
  // Null if there is none. Read anew when it has changed.
  const File* Find(const std::string& path);
  Response Page(const Request& request);
  Response Asset(const Request& request, const std::string& path);

  const std::string root_;
  std::map<std::string, File> files_;
};

}  // namespace redpeak::gateway
