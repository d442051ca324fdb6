#include "services/submissions/counting.h"

#include <map>
#include <tuple>

#include "services/base/names.h"
#include "services/submissions/life.h"

namespace redpeak::submissions {

v1::CountSubmissionsResponse CountsFor(const Caller& caller, const std::vector<Counted>& counted) {
  std::map<std::tuple<std::string, State, Status>, int> counts;
  for (const auto& one : counted) {
    const auto call = MakeName("calls", one.call);
    const bool staff = caller.is_service() || (!one.own && caller.IsStaffOf(call));
    const auto state = staff ? one.state : v1::Submission::STATE_UNSPECIFIED;
    const auto status = staff ? v1::Submission::STATUS_UNSPECIFIED
                              : StatusOf(one.state, one.endorsement_required, one.on_notice);
    counts[{call, state, status}] += one.count;
  }
  v1::CountSubmissionsResponse response;
  for (const auto& [key, count] : counts) {
    auto& told = *response.add_counts();
    told.set_call(std::get<0>(key));
    told.set_state(std::get<1>(key));
    told.set_status(std::get<2>(key));
    told.set_count(count);
  }
  return response;
}

}  // namespace redpeak::submissions
