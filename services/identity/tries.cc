#include "services/identity/tries.h"

#include <algorithm>

#include "services/base/crypto.h"

namespace redpeak::identity {
namespace {

using std::chrono::seconds;

constexpr seconds kFirstWait{10};
constexpr seconds kLongestWait{15 * 60};
constexpr int kDoublingsMax = 7;  // 10 s doubled seven times is above the longest wait

}  // namespace

Instant TriesCountFrom(Instant now) { return now - kTriesKept; }

seconds WaitLeft(const Tries& tries, int free, Instant now) {
  if (tries.count < free || tries.last_at < TriesCountFrom(now)) return seconds(0);
  const int doublings = std::min(tries.count - free, kDoublingsMax);
  const auto wait = std::min(kFirstWait * (1 << doublings), kLongestWait);
  const auto left = std::chrono::ceil<seconds>(tries.last_at + wait - now);
  return std::max(left, seconds(0));
}

std::string LoginSubject(std::string_view login) { return Sha256("login " + std::string(login)); }

std::string AddressSubject(std::string_view peer_address) {
  return Sha256("address " + std::string(peer_address.substr(0, peer_address.rfind(':'))));
}

std::string MailSubject(std::string_view login) { return Sha256("mail " + std::string(login)); }

}  // namespace redpeak::identity
