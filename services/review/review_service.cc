#include "services/review/review_service.h"

#include "services/base/blind.h"
#include "services/review/assignment_handlers.h"
#include "services/review/conflict_handlers.h"
#include "services/review/expert_handlers.h"
#include "services/review/ranking_handlers.h"
#include "services/review/reading_handlers.h"
#include "services/review/review.h"
#include "services/review/review_handlers.h"
#include "services/review/round_handlers.h"

namespace redpeak::review {

std::unique_ptr<RpcService> NewReviewService(RpcEnv env, ReviewDeps deps) {
  SetAudienceRule<v1::Review, &AudiencesOfReview>();
  auto service = std::make_unique<ServiceOf<ReviewDeps>>("redpeak.review.v1.ReviewService",
                                                         std::move(env), std::move(deps));
  service->Add("CreateExpert", &CreateExpert)
      .Add("UpdateExpert", &UpdateExpert)
      .Add("GetExpert", &GetExpert)
      .Add("ListExperts", &ListExperts)
      .Add("ImportExperts", &ImportExperts)
      .Add("StartReview", &StartReview)
      .Add("SetConflict", &SetConflict)
      .Add("DeclareConflict", &DeclareConflict)
      .Add("RemoveConflict", &RemoveConflict)
      .Add("ListConflicts", &ListConflicts)
      .Add("PlanAssignment", &PlanAssignment)
      .Add("AssignReviews", &AssignReviews)
      .Add("AssignReview", &AssignReview)
      .Add("CancelReview", &CancelReview)
      .Add("ListReviews", &ListReviews)
      .Add("GetReview", &GetReview)
      .Add("AcceptReview", &AcceptReview)
      .Add("DeclineReview", &DeclineReview)
      .Add("ReadSubmission", &ReadSubmission)
      .Add("UpdateReview", &UpdateReview)
      .Add("SubmitReview", &SubmitReview)
      .Add("GetProgress", &GetProgress)
      .Add("CloseReview", &CloseReview)
      .Add("ListRanking", &ListRanking)
      .Add("ListComments", &ListComments)
      .Add("FindPersonConflicts", &FindPersonConflicts);
  auto& kept = service->deps();
  service->OnDownload<v1::ReadAttachmentRequest, submissions::v1::DownloadAttachmentResponse>(
      "ReadAttachment",
      [&kept](const v1::ReadAttachmentRequest& request) { return ReadAttachment(kept, request); });
  return service;
}

}  // namespace redpeak::review
