#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/review/v1/review.pb.h"
#include "services/review/conflicts.h"
#include "services/review/experts.h"

namespace redpeak::review {

// A pair that has or had a review. Ids.
struct ReviewedPair {
  std::string submission{};
  std::string expert{};
  bool live = false;    // it counts; else it was declined or cancelled, and is not proposed again
  bool sealed = false;  // it was submitted
};

// All that an assignment depends on.
struct AssignmentState {
  std::vector<Subject> subjects{};         // that are under review
  std::vector<ExpertRecord> experts{};     // the whole pool
  std::vector<FoundConflict> conflicts{};  // of every kind
  std::vector<ReviewedPair> pairs{};
};

struct AssignmentWish {
  int reviews_each = 0;
  int load_max = 0;  // a lower limit for everybody; 0: none
};

// The plan of the best total affinity in which each submission gets as many reviews as wished, live
// ones included; no expert is above their limit, barred by a conflict, unavailable, or asked twice
// about one submission. Where there is none, `lacking` says what is missing, and there are no
// pairs.
v1::AssignmentPlan PlanReviews(const AssignmentState& state, const AssignmentWish& wish);

// How well an expert suits a submission, 0 to 1.
double AffinityOf(const Subject& subject, const v1::Expert& expert);

// The plan as a person is told it: without who reviews the submissions that they lead or work on,
// and no longer than an answer can be.
void PrepareForReader(const std::vector<Subject>& subjects, std::string_view person,
                      v1::AssignmentPlan& plan);

}  // namespace redpeak::review
