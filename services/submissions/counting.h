#pragma once

#include <string>
#include <vector>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/caller.h"

namespace redpeak::submissions {

// So many submissions that are alike in what may be told of them.
struct Counted {
  std::string call{};  // id
  v1::Submission::State state = v1::Submission::STATE_UNSPECIFIED;
  bool endorsement_required = false;
  bool on_notice = false;
  bool own = false;  // led by who asks
  int count = 0;
};

// What this caller may be told of them: by state as staff, otherwise by status.
v1::CountSubmissionsResponse CountsFor(const Caller& caller, const std::vector<Counted>& counted);

}  // namespace redpeak::submissions
