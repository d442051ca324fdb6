#pragma once

#include <chrono>
#include <string>
#include <string_view>

#include "services/base/clock.h"

// Slows down who tries again and again: to guess a password, or to have somebody mailed.
namespace redpeak::identity {

// What is counted of one subject.
struct Tries {
  int count = 0;
  Instant last_at{};
};

// How many tries cost no wait. An institution's people share an address, so it is allowed more.
constexpr int kLoginTriesFree = 5;
constexpr int kAddressTriesFree = 30;
constexpr int kMailTriesFree = 5;

// What was tried longer ago than this no longer counts.
constexpr std::chrono::hours kTriesKept{1};

// From when on tries count.
Instant TriesCountFrom(Instant now);

// How long to wait from `now`: nothing until `free` tries, then 10 s from the last one, doubled
// with each more, at most 15 min. Rounded up to seconds.
std::chrono::seconds WaitLeft(const Tries& tries, int free, Instant now);

// What is counted, as digests, since a password may have been typed for a login.
std::string LoginSubject(std::string_view login);
std::string AddressSubject(
    std::string_view peer_address);  // ip:port as gRPC names it; without the port
std::string MailSubject(std::string_view login);

}  // namespace redpeak::identity
