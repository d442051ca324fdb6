#include "services/review/errors.h"

#include <algorithm>

namespace redpeak::review {
namespace {

constexpr size_t kNamedMax = 50;

Failure Precondition(std::string reason, std::string message,
                     std::map<std::string, std::string> metadata) {
  return Failure({.code = Code::kFailedPrecondition,
                  .reason = std::move(reason),
                  .message = std::move(message),
                  .metadata = std::move(metadata)});
}

Failure OfCall(std::string reason, std::string_view call, const std::string& predicate) {
  return Precondition(std::move(reason), std::string(call) + " " + predicate,
                      {{"call", std::string(call)}});
}

int Sum(const std::vector<Shortfall>& lacking) {
  int sum = 0;
  for (const auto& one : lacking) sum += one.count;
  return sum;
}

std::map<std::string, std::string> Named(const std::vector<Shortfall>& lacking) {
  std::map<std::string, std::string> metadata = {{"submissions", std::to_string(lacking.size())},
                                                 {"lacking", std::to_string(Sum(lacking))}};
  for (size_t i = 0; i < std::min(lacking.size(), kNamedMax); ++i) {
    metadata[lacking[i].submission] = std::to_string(lacking[i].count);
  }
  return metadata;
}

}  // namespace

Failure CallNotClosed(std::string_view call) {
  return OfCall("CALL_NOT_CLOSED", call, "still takes submissions");
}

Failure CallNotDecided(std::string_view call) {
  return OfCall("CALL_NOT_DECIDED", call, "is not decided yet");
}

Failure FormalityOpen(std::string_view call) {
  return OfCall("FORMALITY_OPEN", call, "has submissions that wait for the formality check");
}

Failure ReviewNotStarted(std::string_view call) {
  const std::string name(call);
  return Precondition("STATE_WRONG", "the review of " + name + " has not begun",
                      {{"name", name}, {"state", "NOT_STARTED"}, {"action", "review"}});
}

Failure ReviewClosed(std::string_view call) {
  return OfCall("REVIEW_CLOSED", call, "is not under review any more");
}

Failure ConflictOfInterest(std::string_view submission) {
  return Precondition("CONFLICT_OF_INTEREST", "the expert has a conflict of interest",
                      {{"submission", std::string(submission)}});
}

Failure ExpertsLacking(const std::vector<Shortfall>& lacking) {
  return Precondition("EXPERTS_LACKING",
                      std::to_string(lacking.size()) + " submissions lack " +
                          std::to_string(Sum(lacking)) + " experts in all",
                      Named(lacking));
}

Failure ExpertFull(std::string_view expert, int reviews_max) {
  const std::string name(expert);
  const auto most = std::to_string(reviews_max);
  return Precondition("EXPERT_FULL", name + " has " + most + " reviews already",
                      {{"expert", name}, {"reviews_max", most}});
}

Failure ExpertUnavailable(std::string_view expert) {
  const std::string name(expert);
  return Precondition("EXPERT_UNAVAILABLE", name + " is not available", {{"expert", name}});
}

Failure ReviewsMissing(const std::vector<Shortfall>& lacking, std::string_view remedy) {
  return Precondition("REVIEWS_MISSING",
                      std::to_string(lacking.size()) + " submissions lack " +
                          std::to_string(Sum(lacking)) + " reviews; " + std::string(remedy),
                      Named(lacking));
}

}  // namespace redpeak::review
