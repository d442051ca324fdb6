#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/status.h"
#include "services/submissions/life.h"

// How services move many submissions on at once.
namespace redpeak::submissions {

inline constexpr int kAdvanceMax = 5000;
inline constexpr size_t kProjectNumberMax = 40;

// What decides whether one can be moved on, and its change for the record.
struct Standing {
  std::string id;
  State state = v1::Submission::STATE_UNSPECIFIED;
  bool on_notice = false;
  double score = -1;  // -1: none
  std::string project_number{};
  std::string call{};    // calls/{call}
  std::string leader{};  // people/{person}
};

// One that moves on.
struct Advance {
  std::string id;
  double score = -1;             // as it will be
  std::string project_number{};  // as it will be
};

// The life's action; nothing for one that is not specified.
std::optional<Action> ActionOf(v1::AdvanceSubmissionsRequest::Action action);

// FIELD_INVALID: an unspecified action, too many items, a name that is none or is given twice, a
// score that is not within 0 and 100, a missing project number.
Result<void> CheckItems(const v1::AdvanceSubmissionsRequest& request);

// Those of the items that are not there yet. NOT_FOUND and STATE_WRONG name all that are not or
// cannot.
Result<std::vector<Advance>> PlanAdvance(const v1::AdvanceSubmissionsRequest& request,
                                         const std::map<std::string, Standing>& standings);

// Where the action leads.
State StateAfter(Action action);

}  // namespace redpeak::submissions
