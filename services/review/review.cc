#include "services/review/review.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/review/errors.h"
#include "services/review/experts.h"

namespace redpeak::review {

Result<ReviewName> ParseReviewName(std::string_view field, std::string_view name) {
  REDPEAK_ASSIGN_OR_RETURN(auto ids, ParseName("submissions/{}/reviews/{}", field, name));
  return ReviewName{std::move(ids[0]), std::move(ids[1])};
}

std::string MakeReviewName(std::string_view submission, std::string_view review) {
  return MakeName("submissions", submission) + "/" + MakeName("reviews", review);
}

Audiences AudiencesOfReview(const Caller& caller, const v1::Review& review) {
  Audiences audiences;
  if (IsSelf(caller, LastId(review.expert()))) audiences.Add(Audience::SELF);
  if (caller.IsStaffOf(review.call())) audiences.Add(Audience::STAFF);
  return audiences;
}

bool SeesAsExpert(const Caller& caller, const ReviewRecord& record) {
  return !record.conflicted && IsSelf(caller, LastId(record.review.expert()));
}

bool SeesAsStaff(const Caller& caller, const ReviewRecord& record) {
  return caller.IsStaffOf(record.review.call()) &&
         !IsInvolved(record.subject, LastId(caller.person));
}

Result<void> CheckExpertMay(const Caller& caller, const ReviewRecord& record, Action action) {
  const auto& review = record.review;
  if (!IsSelf(caller, LastId(review.expert()))) return NotFound(review.name());
  if (record.conflicted) return ConflictOfInterest(MakeName("submissions", record.subject.id));
  if (record.closed && action != Action::kRead) return ReviewClosed(review.call());
  if (!NextState(review.state(), action)) {
    return StateWrong(review.name(), v1::Review::State_Name(review.state()), NameOf(action));
  }
  return {};
}

Result<void> CheckEtag(const ReviewRecord& record, std::string_view etag) {
  if (!etag.empty() && etag != record.review.etag()) return EtagMismatch(record.review.name());
  return {};
}

}  // namespace redpeak::review
