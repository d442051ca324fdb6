#include "services/submissions/listing.h"

#include <algorithm>
#include <charconv>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/text.h"
#include "services/base/violations.h"

namespace redpeak::submissions {
namespace {

constexpr size_t kQueryMax = 80;
constexpr size_t kCodeMax = 40;

// Of an ASCII text.
std::string Upper(std::string text) {
  std::ranges::transform(text, text.begin(),
                         [](char c) { return 'a' <= c && c <= 'z' ? c - 32 : c; });
  return text;
}

std::vector<std::string> IdsOf(const std::vector<std::string>& names) {
  std::vector<std::string> ids;
  for (const auto& name : names) ids.push_back(LastId(name));
  return ids;
}

bool IsStaffEverywhere(const Caller& caller) { return caller.IsStaffOf(""); }

std::vector<std::string> StaffedCalls(const Caller& caller) {
  std::vector<std::string> calls;
  for (const auto role : {Role::PROGRAMME_OFFICER, Role::APPROVER, Role::AUDITOR}) {
    const auto scopes = IdsOf(caller.Scopes(role));
    calls.insert(calls.end(), scopes.begin(), scopes.end());
  }
  return calls;
}

std::optional<Order> OrderOf(const std::string& order_by) {
  if (order_by.empty() || order_by == "create_time desc") return Order::kCreateTime;
  if (order_by == "score desc") return Order::kScore;
  if (order_by == "number") return Order::kNumber;
  return std::nullopt;
}

void CheckCode(std::string_view field, const std::string& code, Violations& violations) {
  const auto fits = [](char c) {
    return ('a' <= c && c <= 'z') || ('0' <= c && c <= '9') || c == '-';
  };
  if (code.size() <= kCodeMax && std::ranges::all_of(code, fits)) return;
  violations.Add(field, "MALFORMED", "", "must be a code");
}

Result<void> CheckFilters(const v1::ListSubmissionsRequest& request) {
  Violations violations;
  if (!OrderOf(request.order_by())) {
    violations.Add("order_by", "UNKNOWN", "create_time desc, score desc, number",
                   "must be one of create_time desc, score desc, number");
  }
  if (!v1::Submission::State_IsValid(request.state())) {
    violations.Add("state", "UNKNOWN", "", "must be a state");
  }
  CheckCode("category", request.category(), violations);
  const auto is_digit = [](char c) { return '0' <= c && c <= '9'; };
  if (request.discipline().size() > 7 || !std::ranges::all_of(request.discipline(), is_digit)) {
    violations.Add("discipline", "MALFORMED", "GB/T 13745", "must be at most seven digits");
  }
  violations.Length("query", request.query(), kQueryMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  if (!request.call().empty()) REDPEAK_RETURN_IF_ERROR(ParseId("calls", "call", request.call()));
  if (!request.unit().empty()) {
    REDPEAK_RETURN_IF_ERROR(ParseId("organisations", "unit", request.unit()));
  }
  return {};
}

template <typename Number>
bool IsNumber(const std::string& text) {
  Number number = 0;
  const auto* end = text.data() + text.size();
  const auto [stop, error] = std::from_chars(text.data(), end, number);
  return error == std::errc() && stop == end;
}

// Whether it is an instant up to the year 5138.
bool IsMicros(const std::string& text) {
  static constexpr size_t kDigitsMax = 17;
  return text.size() <= kDigitsMax && IsNumber<int64_t>(text);
}

// Whether it can be the key of the row before a page: a column that the order goes by, and an id.
bool IsKey(Order order, const std::vector<std::string>& key) {
  if (key.empty()) return true;
  if (key.size() != 2 || !IsId(key[1])) return false;
  if (order == Order::kScore) return IsNumber<double>(key[0]);
  return order == Order::kNumber || IsMicros(key[0]);
}

void SetRows(const v1::ListSubmissionsRequest& request, const Caller& caller, Listing& listing) {
  listing.leader = LastId(caller.person);
  if (request.mine()) return;
  listing.all = caller.is_service();
  listing.all_sent = IsStaffEverywhere(caller) || caller.HasEverywhere(Role::UNIT_OFFICER) ||
                     (!request.call().empty() && caller.IsStaffOf(request.call()));
  listing.units = IdsOf(caller.Scopes(Role::UNIT_OFFICER));
  listing.calls = StaffedCalls(caller);
}

void SetFilters(const v1::ListSubmissionsRequest& request, Listing& listing) {
  listing.call = LastId(request.call());
  if (request.state() != v1::Submission::STATE_UNSPECIFIED) {
    listing.state = v1::Submission::State_Name(request.state());
  }
  listing.category = request.category();
  listing.discipline = request.discipline();
  listing.unit = LastId(request.unit());
  listing.title_part = Fold(Trim(request.query()));
  listing.number = Upper(Trim(request.query()));
}

}  // namespace

Result<Listing> ReadListing(const v1::ListSubmissionsRequest& request, const Caller& caller) {
  REDPEAK_RETURN_IF_ERROR(CheckFilters(request));
  Listing listing;
  listing.order = *OrderOf(request.order_by());
  REDPEAK_ASSIGN_OR_RETURN(listing.page, ReadPage(request));
  if (!IsKey(listing.order, listing.page.after)) return PageTokenInvalid();
  SetRows(request, caller, listing);
  SetFilters(request, listing);
  const bool telling = listing.order == Order::kScore || !listing.state.empty();
  if (telling && !caller.is_service()) {
    if (request.mine() || !caller.IsStaffOf(request.call()))
      return RoleMissing("list by state or score");
    listing.not_led_by = std::exchange(listing.leader, "");
  }
  listing.awaiting_endorsement = request.awaiting_endorsement();
  if (listing.awaiting_endorsement && !listing.all && !listing.all_sent) {
    listing.endorsers = listing.units;
    listing.not_led_by = LastId(caller.person);
  }
  return listing;
}

}  // namespace redpeak::submissions
