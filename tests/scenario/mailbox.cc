#include "tests/scenario/mailbox.h"

#include <chrono>
#include <ctime>
#include <fstream>
#include <thread>

#include "services/base/crypto.h"
#include "tests/scenario/play_stopped.h"

namespace redpeak::scenario {
namespace {

constexpr std::chrono::seconds kWaitMax{120};
constexpr std::chrono::milliseconds kPause{20};
constexpr std::size_t kTokenBytes = 32;

// A one-time token stands alone in a line.
bool IsToken(const std::string& line) {
  const auto bytes = FromBase64Url(line);
  return bytes && bytes->size() == kTokenBytes;
}

// "Mon, 21 Feb 2022 08:00:00 +0000", as the server dates its mail.
long long ParseDate(const std::string& text) {
  std::tm parts{};
  const char* rest = strptime(text.c_str(), "%a, %d %b %Y %H:%M:%S", &parts);
  return rest == nullptr ? 0 : timegm(&parts);
}

}  // namespace

std::string Mailbox::WaitForToken(const std::string& address, const std::string& known) {
  const auto give_up = std::chrono::steady_clock::now() + kWaitMax;
  while (std::chrono::steady_clock::now() < give_up) {
    auto token = Token(address);
    if (!token.empty() && token != known) return token;
    std::this_thread::sleep_for(kPause);  // a folder of mail has no way to call
  }
  throw PlayStopped("no invitation came to " + address + " in " + directory_.string());
}

std::string Mailbox::Token(const std::string& address) {
  const std::lock_guard lock(mutex_);
  ReadNew();
  const auto letter = letters_.find(address);
  return letter == letters_.end() ? "" : letter->second.token;
}

void Mailbox::ReadNew() {
  if (!std::filesystem::is_directory(directory_)) return;
  for (const auto& entry : std::filesystem::directory_iterator(directory_)) {
    const auto file = entry.path();
    if (file.extension() == ".eml" && seen_.insert(file.filename().string()).second) Read(file);
  }
}

void Mailbox::Read(const std::filesystem::path& file) {
  std::ifstream stream(file);
  std::string to;
  Letter letter;
  for (std::string line; std::getline(stream, line);) {
    if (line.ends_with('\r')) line.pop_back();
    if (line.starts_with("To: ") && to.empty()) to = line.substr(4);
    if (line.starts_with("Date: ") && letter.sent == 0) letter.sent = ParseDate(line.substr(6));
    if (IsToken(line)) letter.token = line;
  }
  if (letter.token.empty()) return;
  auto& newest = letters_[to];
  if (letter.sent >= newest.sent) newest = letter;
}

}  // namespace redpeak::scenario
