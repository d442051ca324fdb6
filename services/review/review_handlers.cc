#include "services/review/review_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/base/violations.h"
#include "services/review/review_handlers_checks.h"
#include "services/review/review_handlers_events.h"
#include "services/review/review_store.h"
#include "services/review/scoring.h"

namespace redpeak::review {
namespace {

constexpr Role kStaffRoles[] = {Role::PROGRAMME_OFFICER, Role::APPROVER, Role::AUDITOR};

// Reads a review whose expert is about to do something with it, and holds it. As CheckExpertMay
// fails.
Result<ReviewRecord> FindForExpert(Call& call, const std::string& name, Action action,
                                   const char* field = "name") {
  REDPEAK_ASSIGN_OR_RETURN(const auto parsed, ParseReviewName(field, name));
  auto record = ReadReviewForUpdate(call.tx(), parsed);
  if (!record) return NotFound(name);
  REDPEAK_RETURN_IF_ERROR(CheckExpertMay(call.caller(), *record, action));
  return std::move(*record);
}

// Moves a review on and tells of it.
Result<v1::Review> Move(Call& call, const ReviewRecord& record, Action action,
                        const std::string& reason, const std::string& word) {
  const auto ref = RefOf(record);
  WriteState(call.tx(), ref.review, *NextState(record.review.state(), action), reason);
  AppendReviewChanged(call, ref, word);
  return ReadReview(call.tx(), {ref.submission, ref.review})->review;
}

ReviewReader ReaderOf(const Caller& caller) {
  ReviewReader reader;
  reader.person = LastId(caller.person);
  if (caller.Has(Role::EXPERT)) reader.expert = reader.person;
  reader.staff_everywhere = caller.is_service();
  for (const auto role : kStaffRoles) {
    reader.staff_everywhere = reader.staff_everywhere || caller.HasEverywhere(role);
    for (const auto& scope : caller.Scopes(role)) reader.staff_calls.push_back(LastId(scope));
  }
  return reader;
}

Result<std::string> OptionalId(const char* collection, const char* field, const std::string& name) {
  if (name.empty()) return std::string();
  return ParseId(collection, field, name);
}

Result<ReviewFilter> ReadFilter(const v1::ListReviewsRequest& request) {
  ReviewFilter filter;
  REDPEAK_ASSIGN_OR_RETURN(filter.call, OptionalId("calls", "call", request.call()));
  REDPEAK_ASSIGN_OR_RETURN(filter.submission,
                           OptionalId("submissions", "submission", request.submission()));
  REDPEAK_ASSIGN_OR_RETURN(filter.expert, OptionalId("experts", "expert", request.expert()));
  if (!v1::Review::State_IsValid(request.state())) {
    return FieldInvalid("state", "UNKNOWN", "", "is no state of a review");
  }
  if (request.state() != v1::Review::STATE_UNSPECIFIED) {
    filter.state = v1::Review::State_Name(request.state());
  }
  return filter;
}

// Who is no staff lists own reviews only; said outright, an index leads to them.
bool NarrowToOwn(const ReviewReader& reader, ReviewFilter& filter) {
  if (reader.staff_everywhere || !reader.staff_calls.empty()) return true;
  if (!filter.expert.empty() && filter.expert != reader.expert) return false;
  filter.expert = reader.expert;
  return true;
}

// Takes over from a request what its mask names; all that an expert writes where it names nothing.
Result<void> ApplyMask(const v1::UpdateReviewRequest& request, v1::Review& review) {
  std::vector<std::string> paths(request.update_mask().paths().begin(),
                                 request.update_mask().paths().end());
  if (paths.empty())
    paths = {"scores", "recommendation", "comment_to_applicant", "comment_to_officers"};
  const auto& wanted = request.review();
  for (const auto& path : paths) {
    if (path == "scores") {
      *review.mutable_scores() = wanted.scores();
    } else if (path == "recommendation") {
      review.set_recommendation(wanted.recommendation());
    } else if (path == "comment_to_applicant") {
      review.set_comment_to_applicant(wanted.comment_to_applicant());
    } else if (path == "comment_to_officers") {
      review.set_comment_to_officers(wanted.comment_to_officers());
    } else {
      return FieldInvalid("update_mask", "UNKNOWN", path,
                          path + " is no field that you may change");
    }
  }
  return {};
}

// The review as it will be once it is sealed.
v1::Review Sealed(const ReviewRecord& record, const calls::v1::Call& call, Instant now) {
  auto review = record.review;
  review.set_state(*NextState(review.state(), Action::kSubmit));
  review.set_total(TotalOf(call, review));
  *review.mutable_submit_time() = ToProto(now);
  review.set_etag(std::to_string(record.version + 1));
  return review;
}

}  // namespace

Result<v1::ListReviewsResponse> ListReviews(ReviewDeps&, Call& call,
                                            const v1::ListReviewsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(auto filter, ReadFilter(request));
  const auto reader = ReaderOf(call.caller());
  v1::ListReviewsResponse response;
  if (!NarrowToOwn(reader, filter)) return response;
  auto records = ListReviews(call.tx(), reader, filter, page.Key(0), page.size + 1);
  if (records.size() > static_cast<size_t>(page.size)) {
    records.pop_back();
    response.set_next_page_token(MakePageToken(request, {LastId(records.back().review.name())}));
  }
  for (auto& record : records) *response.add_reviews() = std::move(record.review);
  return response;
}

Result<v1::Review> GetReview(ReviewDeps&, Call& call, const v1::GetReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto name, ParseReviewName("name", request.name()));
  auto record = ReadReview(call.tx(), name);
  const auto& caller = call.caller();
  if (!record || !(SeesAsExpert(caller, *record) || SeesAsStaff(caller, *record))) {
    return NotFound(request.name());
  }
  return std::move(record->review);
}

Result<v1::Review> AcceptReview(ReviewDeps&, Call& call, const v1::AcceptReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto record, FindForExpert(call, request.name(), Action::kAccept));
  return Move(call, record, Action::kAccept, "", "accepted");
}

Result<v1::Review> DeclineReview(ReviewDeps&, Call& call, const v1::DeclineReviewRequest& request) {
  REDPEAK_RETURN_IF_ERROR(CheckReason(request.reason()));
  REDPEAK_ASSIGN_OR_RETURN(const auto record,
                           FindForExpert(call, request.name(), Action::kDecline));
  return Move(call, record, Action::kDecline, request.reason(), "declined");
}

Result<v1::Review> UpdateReview(ReviewDeps& deps, Call& call,
                                const v1::UpdateReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(
      auto record, FindForExpert(call, request.review().name(), Action::kSave, "review.name"));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(record, request.review().etag()));
  REDPEAK_ASSIGN_OR_RETURN(const auto about,
                           deps.calls->Get(deps.peers, call.trace(), record.review.call()));
  REDPEAK_RETURN_IF_ERROR(ApplyMask(request, record.review));
  REDPEAK_RETURN_IF_ERROR(CheckDraft(*about, record.review));
  const auto ref = RefOf(record);
  WriteDraft(call.tx(), ref.review, record.review);
  AppendReviewChanged(call, ref, "saved");
  return ReadReview(call.tx(), {ref.submission, ref.review})->review;
}

Result<v1::Review> SubmitReview(ReviewDeps& deps, Call& call,
                                const v1::SubmitReviewRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto name, ParseReviewName("name", request.name()));
  const auto record = ReadReview(call.tx(), name);
  if (!record) return NotFound(request.name());
  REDPEAK_RETURN_IF_ERROR(CheckExpertMay(call.caller(), *record, Action::kSubmit));
  REDPEAK_RETURN_IF_ERROR(CheckEtag(*record, request.etag()));
  REDPEAK_ASSIGN_OR_RETURN(const auto about,
                           deps.calls->Get(deps.peers, call.trace(), record->review.call()));
  REDPEAK_RETURN_IF_ERROR(CheckComplete(*about, record->review));
  auto review = Sealed(*record, *about, call.now());
  if (!SealReview(call.tx(), call, review, record->version)) return EtagMismatch(request.name());
  return review;
}

}  // namespace redpeak::review
