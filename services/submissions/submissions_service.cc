#include "services/submissions/submissions_service.h"

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/blind.h"
#include "services/submissions/advance_handlers.h"
#include "services/submissions/attachment_handlers.h"
#include "services/submissions/formality_handlers.h"
#include "services/submissions/history_handlers.h"
#include "services/submissions/listing_handlers.h"
#include "services/submissions/relation.h"
#include "services/submissions/sending_handlers.h"
#include "services/submissions/submission_handlers.h"

namespace redpeak::submissions {

std::unique_ptr<RpcService> NewSubmissionsService(RpcEnv env, SubmissionsDeps deps) {
  SetAudienceRule<v1::Submission, &AudiencesOf>();
  auto service = std::make_unique<ServiceOf<SubmissionsDeps>>(
      "redpeak.submissions.v1.SubmissionsService", std::move(env), std::move(deps));
  service->Add("CreateSubmission", &CreateSubmission)
      .Add("UpdateSubmission", &UpdateSubmission)
      .Add("DeleteSubmission", &DeleteSubmission)
      .Add("GetSubmission", &GetSubmission)
      .Add("ListSubmissions", &ListSubmissions)
      .Add("CountSubmissions", &CountSubmissions)
      .Add("ListSubmissionHistory", &ListSubmissionHistory)
      .Add("LookUpTitles", &LookUpTitles)
      .Add("SubmitSubmission", &SubmitSubmission)
      .Add("GetReceipt", &GetReceipt)
      .Add("WithdrawSubmission", &WithdrawSubmission)
      .Add("ReturnSubmission", &ReturnSubmission)
      .Add("EndorseSubmission", &EndorseSubmission)
      .Add("CheckFormality", &CheckFormality)
      .Add("RecordFormalityItem", &RecordFormalityItem)
      .Add("AcceptSubmission", &AcceptSubmission)
      .Add("RefuseSubmission", &RefuseSubmission)
      .Add("GetUpload", &GetUpload)
      .Add("DeleteAttachment", &DeleteAttachment)
      .Add("AdvanceSubmissions", &AdvanceSubmissions);
  service->OnUpload<v1::UploadAttachmentRequest, v1::Submission>(
      "UploadAttachment", [&known = service->deps()] { return StartUpload(known); });
  service->OnDownload<v1::DownloadAttachmentRequest, v1::DownloadAttachmentResponse>(
      "DownloadAttachment", &StartDownload);
  return service;
}

}  // namespace redpeak::submissions
