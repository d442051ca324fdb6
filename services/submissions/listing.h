#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/caller.h"
#include "services/base/page.h"
#include "services/base/status.h"

// What a list request asks for, in the terms that rows are chosen by.
namespace redpeak::submissions {

enum class Order { kCreateTime, kScore, kNumber };  // newest first; best first; ascending

struct Listing {
  Order order = Order::kCreateTime;
  Page page{};
  // Whose rows: any of these, of which all but the leader's own must have been sent.
  bool all = false;                  // every row, drafts too
  bool all_sent = false;             // every row that was sent
  std::string leader{};              // id; empty: nobody
  std::vector<std::string> units{};  // ids, as the next
  std::vector<std::string> calls{};
  std::string not_led_by{};  // id; empty: it does not matter
  // Filters; empty, false and STATE_UNSPECIFIED: none.
  std::string call{};
  std::string state{};
  std::string category{};
  std::string discipline{};  // and what begins with it
  std::string unit{};
  std::string title_part{};  // folded
  std::string number{};      // instead of title_part's match
  bool awaiting_endorsement = false;
  std::vector<std::string> endorsers{};  // ids; with awaiting_endorsement, empty: any
};

// FIELD_INVALID; PAGE_TOKEN_INVALID; ROLE_MISSING for a state or the order of scores, unless the
// caller is staff of what is listed or a service.
Result<Listing> ReadListing(const v1::ListSubmissionsRequest& request, const Caller& caller);

}  // namespace redpeak::submissions
