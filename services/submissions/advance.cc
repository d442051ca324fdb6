#include "services/submissions/advance.h"

#include <algorithm>
#include <set>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/violations.h"

namespace redpeak::submissions {
namespace {

using Request = v1::AdvanceSubmissionsRequest;
using Item = Request::Item;

// How many names an error tells.
constexpr size_t kNamesMax = 20;

std::string Join(const std::vector<std::string>& names) {
  std::string joined;
  for (size_t i = 0; i < std::min(names.size(), kNamesMax); ++i) {
    joined += (i > 0 ? ", " : "") + names[i];
  }
  if (names.size() > kNamesMax)
    joined += " and " + std::to_string(names.size() - kNamesMax) + " more";
  return joined;
}

void CheckItem(const std::string& field, Request::Action action, const Item& item,
               Violations& violations) {
  if (!ParseId("submissions", field + ".name", item.name())) {
    violations.Add(field + ".name", "MALFORMED", "submissions/{}", "must be a submission's name");
  }
  const bool score_fits = item.score() >= 0 && item.score() <= 100;  // false for NaN
  if (action == Request::RECORD_SCORE && !score_fits) {
    violations.Add(field + ".score", "OUT_OF_RANGE", "0..100", "must be within 0 and 100");
  }
  if (action == Request::APPROVE &&
      violations.Required(field + ".project_number", item.project_number())) {
    violations.Length(field + ".project_number", item.project_number(), kProjectNumberMax);
  }
}

// Whether the action has been done already, with the same score or number.
bool IsThere(Action action, const Item& item, const Standing& standing) {
  if (standing.state != StateAfter(action)) return false;
  switch (action) {
    case Action::kRecordScore:
      return standing.score == item.score();
    case Action::kApprove:
      return standing.project_number == item.project_number();
    case Action::kPutOnNotice:
      return standing.on_notice;
    case Action::kUnpropose:
    default:
      return true;
  }
}

Advance AdvanceOf(Action action, const Item& item, const Standing& standing) {
  Advance advance{standing.id, standing.score, standing.project_number};
  if (action == Action::kRecordScore) advance.score = item.score();
  if (action == Action::kApprove) advance.project_number = item.project_number();
  return advance;
}

}  // namespace

std::optional<Action> ActionOf(Request::Action action) {
  switch (action) {
    case Request::START_REVIEW:
      return Action::kStartReview;
    case Request::RECORD_SCORE:
      return Action::kRecordScore;
    case Request::PROPOSE:
      return Action::kPropose;
    case Request::DO_NOT_PROPOSE:
      return Action::kDoNotPropose;
    case Request::UNPROPOSE:
      return Action::kUnpropose;
    case Request::PUT_ON_NOTICE:
      return Action::kPutOnNotice;
    case Request::APPROVE:
      return Action::kApprove;
    case Request::DO_NOT_APPROVE:
      return Action::kDoNotApprove;
    default:
      return std::nullopt;
  }
}

Result<void> CheckItems(const Request& request) {
  Violations violations;
  if (!ActionOf(request.action())) violations.Add("action", "UNKNOWN", "", "must be an action");
  violations.Range("items", request.items_size(), 0, kAdvanceMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::set<std::string> seen;
  for (int i = 0; i < request.items_size(); ++i) {
    const auto field = "items[" + std::to_string(i) + "]";
    CheckItem(field, request.action(), request.items(i), violations);
    if (!seen.insert(request.items(i).name()).second) {
      violations.Add(field + ".name", "DUPLICATE", "", "is named twice");
    }
  }
  return violations.Check();
}

Result<std::vector<Advance>> PlanAdvance(const Request& request,
                                         const std::map<std::string, Standing>& standings) {
  const auto action = *ActionOf(request.action());
  std::vector<Advance> advances;
  std::vector<std::string> missing, wrong;
  std::set<std::string> wrong_states;
  for (const auto& item : request.items()) {
    const auto it = standings.find(LastId(item.name()));
    if (it == standings.end()) {
      missing.push_back(item.name());
    } else if (IsThere(action, item, it->second)) {
      continue;
    } else if (FindStep(it->second.state, action, Who::kService) == nullptr) {
      wrong.push_back(item.name());
      wrong_states.insert(v1::Submission::State_Name(it->second.state));
    } else {
      advances.push_back(AdvanceOf(action, item, it->second));
    }
  }
  if (!missing.empty()) return NotFound(Join(missing));
  if (wrong.empty()) return advances;
  return StateWrong(Join(wrong), Join({wrong_states.begin(), wrong_states.end()}), NameOf(action));
}

State StateAfter(Action action) {
  const auto it =
      std::ranges::find_if(Steps(), [&](const Step& step) { return step.action == action; });
  return it->to;
}

}  // namespace redpeak::submissions
