#pragma once

#include <unistd.h>

#include <array>
#include <cstdio>
#include <filesystem>
#include <fstream>
#include <string>

#include "services/gateway/http.h"

namespace redpeak::testing {

// All that a body's source gives.
inline std::string Drain(gateway::BodySource& source) {
  std::string all;
  for (bool more = true; more;) {
    source.Next([&](const std::optional<std::string>& piece) {
      more = piece && !piece->empty();
      if (more) all += *piece;
    });
  }
  return all;
}

// One file of a zip archive, by the program unzip; empty where there is none.
inline std::string Unzip(const std::string& archive, const std::string& name) {
  auto path = (std::filesystem::temp_directory_path() / "redpeak-zip-XXXXXX").string();
  ::close(::mkstemp(path.data()));
  std::ofstream(path, std::ios::binary) << archive;
  std::string text;
  FILE* pipe = ::popen(("unzip -p " + path + " " + name).c_str(), "r");
  std::array<char, 4096> piece{};
  for (size_t count = 0; (count = std::fread(piece.data(), 1, piece.size(), pipe)) > 0;) {
    text.append(piece.data(), count);
  }
  ::pclose(pipe);
  ::unlink(path.c_str());
  return text;
}

}  // namespace redpeak::testing
