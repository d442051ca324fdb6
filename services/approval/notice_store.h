#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/approval/decision.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/status.h"

namespace redpeak::approval {

// A notice with what only its service needs to know.
struct KeptNotice {
  v1::Notice notice;
  std::string proposal;  // its name
};

// Writes a new notice of the name that it bears, with its items.
void InsertNotice(Tx& tx, const KeptNotice& kept);

// By name (notices/{notice}), without items, in its state at `now`; NOT_FOUND.
Result<KeptNotice> ReadNotice(Tx& tx, const std::string& name, Instant now);
// The same, locked against objections and decisions until the end of the transaction.
Result<KeptNotice> LockNotice(Tx& tx, const std::string& name, Instant now);

std::vector<v1::Notice::Item> ReadNoticeItems(Tx& tx, const std::string& notice);
// Whether a submission of that receipt number is on it.
bool IsOnNotice(Tx& tx, const std::string& notice, const std::string& number);

// Newest first, without items: at most `limit` with an id before `before` (empty: from the newest),
// of one call (empty: of all).
std::vector<v1::Notice> ListNotices(Tx& tx, const std::string& call, const std::string& before,
                                    int limit, Instant now);

// Closes it, and tells the project numbers of those approved.
void CloseNotice(Tx& tx, const std::string& notice, const std::vector<Numbered>& approved,
                 Instant now);

}  // namespace redpeak::approval
