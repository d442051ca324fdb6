#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak::identity {

// What a one-time link is for.
enum class LinkPurpose { kActivation, kRecovery };

struct NewLink {
  std::string account;  // its id
  std::string token_sha256;
};

// Each voids the account's older link of the same purpose.
void PutLinks(Tx& tx, LinkPurpose purpose, const std::vector<NewLink>& links, Instant expire_time);

// The account (id) that a token would open now.
std::optional<std::string> FindLink(Tx& tx, LinkPurpose purpose, const std::string& token_sha256,
                                    Instant now);

// The same, and voids the link: of several that try at once, one gets it.
std::optional<std::string> TakeLink(Tx& tx, LinkPurpose purpose, const std::string& token_sha256,
                                    Instant now);

void DeleteLinks(Tx& tx, const std::string& account);

}  // namespace redpeak::identity
