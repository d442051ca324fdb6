#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/page.h"

// Calls as they are stored: their state is PUBLISHED where StateAt would say OPEN or CLOSED.
namespace redpeak::calls {

// Throws pqxx::unique_violation for a taken id. Sets the etag.
void InsertCall(Tx& tx, v1::Call& call);

// Sets the new etag.
void WriteCall(Tx& tx, v1::Call& call);

void DeleteCall(Tx& tx, const std::string& id);

std::optional<v1::Call> ReadCall(Tx& tx, const std::string& id);
std::optional<v1::Call> ReadCallForUpdate(Tx& tx, const std::string& id);

// The name, title and state of each of these (ids) that exists; nothing else of them.
std::vector<v1::Call> ReadTitles(Tx& tx, const std::vector<std::string>& ids);

// Which calls to list. Empty, 0 and STATE_UNSPECIFIED mean any.
struct CallFilter {
  std::string programme{};  // its id
  int year = 0;
  v1::Call::State state = v1::Call::STATE_UNSPECIFIED;  // as StateAt(now) says
  Instant now{};
  bool all_drafts = false;
  std::vector<std::string> drafts{};  // ids of the drafts that may be told, unless all may
};

// Newest year first, then by id from the last; without guideline and form_schema. The key is (year,
// id). One more than the page holds, if there is one.
std::vector<v1::Call> ListCalls(Tx& tx, const CallFilter& filter, const Page& page);

}  // namespace redpeak::calls
