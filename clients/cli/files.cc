#include "clients/cli/files.h"

#include <sys/stat.h>
#include <unistd.h>

#include <cstdio>
#include <filesystem>
#include <fstream>
#include <iostream>
#include <iterator>

#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

bool WriteAll(int file, std::string_view bytes) {
  while (!bytes.empty()) {
    const auto written = write(file, bytes.data(), bytes.size());
    if (written <= 0) return false;
    bytes.remove_prefix(static_cast<size_t>(written));
  }
  return fsync(file) == 0;
}

}  // namespace

Result<std::string> ReadFile(const std::string& path) {
  if (path == "-") return std::string(std::istreambuf_iterator<char>(std::cin), {});
  if (std::filesystem::is_directory(path)) return FileUnreadable(path);
  std::ifstream file(path, std::ios::binary);
  std::string bytes{std::istreambuf_iterator<char>(file), {}};
  if (!file.is_open() || file.bad()) return FileUnreadable(path);
  return bytes;
}

Result<void> WriteFile(const std::string& path, std::string_view bytes, int permissions) {
  auto temporary = path + ".XXXXXX";
  const int file = mkstemp(temporary.data());
  if (file < 0) return FileUnwritable(path);
  const bool written = fchmod(file, static_cast<mode_t>(permissions)) == 0 && WriteAll(file, bytes);
  close(file);
  if (written && std::rename(temporary.c_str(), path.c_str()) == 0) return {};
  unlink(temporary.c_str());
  return FileUnwritable(path);
}

}  // namespace redpeak::cli
