#pragma once

#include <string>
#include <vector>

#include "services/base/call.h"
#include "services/review/review_store.h"

// What the review writes into the event log.
namespace redpeak::review {

// Something happened to a review; `action` as events.v1.ReviewChanged lists them.
void AppendReviewChanged(Call& call, const ReviewRef& ref, const std::string& action);
// The same of several.
void AppendReviewsChanged(Call& call, const std::vector<ReviewRef>& refs,
                          const std::string& action);
ReviewRef RefOf(const ReviewRecord& record);

// A conflict was set or removed. Ids.
void AppendConflictChanged(Call& call, const std::string& action, const std::string& submission,
                           const std::string& expert, v1::Conflict::Kind kind);

void AppendExpertChanged(Call& call, const std::string& expert, const std::string& action,
                         const std::vector<std::string>& fields = {});
void AppendExpertsImported(Call& call, int count);

}  // namespace redpeak::review
