// What an expert gets to read is searched, byte by byte, for who the applicants are; what an
// applicant gets to read, for who the experts are.
#include "services/base/crypto.h"
#include "tests/review_fixture.h"

namespace redpeak::review {
namespace {

using submissions::v1::SubmissionsService;

// The least that is taken for a PDF file.
constexpr char kPdf[] = "%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n";

class Blindness : public ReviewFixture {
 protected:
  Blindness() {
    auto call = testing::World::SampleCall();
    call.set_number_prefix("BL2022");
    for (const char* code : {"insert", "proof"}) {
      auto& slot = *call.add_attachment_slots();
      slot.set_code(code);
      slot.set_display_name(code);
      slot.set_shown_to_experts(code == std::string("insert"));
    }
    calls::v1::CreateCallRequest create;
    create.set_call_id("blind");
    *create.mutable_call() = call;
    const auto draft = world_.Must<calls::v1::CallsService>(
        world_.officer(), &calls::v1::CallsService::Stub::CreateCall, create);
    calls::v1::PublishCallRequest publish;
    publish.set_name(draft.name());
    publish.set_etag(draft.etag());
    world_.Must<calls::v1::CallsService>(world_.officer(),
                                         &calls::v1::CallsService::Stub::PublishCall, publish);
  }

  void Upload(int researcher, const std::string& submission, const std::string& slot) {
    const auto stub = SubmissionsService::NewStub(server_.channel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + world_.researcher(researcher));
    submissions::v1::Submission answer;
    const auto writer = stub->UploadAttachment(&context, &answer);
    submissions::v1::UploadAttachmentRequest part;
    part.mutable_start()->set_parent(submission);
    part.mutable_start()->set_slot(slot);
    part.mutable_start()->set_file_name("负责人张" + std::to_string(researcher) + ".pdf");
    writer->Write(part);
    part.set_data(kPdf + slot);
    writer->Write(part);
    writer->WritesDone();
    const auto status = writer->Finish();
    ASSERT_TRUE(status.ok()) << status.error_message();
  }

  // Submission 0 with both files, accepted, and reviewed by expert 0, who has accepted.
  v1::Review Begin() {
    const std::string call = "calls/blind";
    const auto draft = world_.Draft(call, 0);
    Upload(0, draft.name(), "insert");
    Upload(0, draft.name(), "proof");
    Send(draft.name());
    server_.MoveTo("2022-05-01T08:00:00+08:00");
    AcceptIntoReview(draft.name());
    Must(world_.officer(), &Stub::StartReview, StartOf(call));
    for (const char* person : {"people/e0", "people/e1"}) TakeIntoPool(person);
    const auto review = Must(world_.officer(), &Stub::AssignReview, PairOf(draft.name(), 0));
    Must(world_.officer(), &Stub::AssignReview, PairOf(draft.name(), 1));
    return Accept(review);
  }

  std::string Download(const std::string& token, const v1::ReadAttachmentRequest& request,
                       std::string* reason) {
    const auto stub = Service::NewStub(server_.channel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + token);
    const auto reader = stub->ReadAttachment(&context, request);
    std::string bytes;
    for (submissions::v1::DownloadAttachmentResponse piece; reader->Read(&piece);) {
      bytes += piece.data();
    }
    const auto status = reader->Finish();
    *reason = status.ok() ? "" : FromGrpc(status).reason;
    return bytes;
  }

  void ExpectBlind(const google::protobuf::Message& answer) {
    const auto bytes = answer.SerializeAsString();
    for (const auto& word : world_.identifying()) {
      EXPECT_EQ(bytes.find(word), std::string::npos) << word << " in " << answer.DebugString();
    }
  }

 private:
  void Send(const std::string& name) {
    submissions::v1::GetSubmissionRequest get;
    get.set_name(name);
    const auto read = world_.Must<SubmissionsService>(
        world_.researcher(0), &SubmissionsService::Stub::GetSubmission, get);
    submissions::v1::SubmitSubmissionRequest submit;
    submit.set_name(name);
    submit.set_etag(read.etag());
    world_.Must<SubmissionsService>(world_.researcher(0),
                                    &SubmissionsService::Stub::SubmitSubmission, submit);
    submissions::v1::EndorseSubmissionRequest endorse;
    endorse.set_name(name);
    endorse.set_comment("同意推荐");
    world_.Must<SubmissionsService>(world_.unit_officer(),
                                    &SubmissionsService::Stub::EndorseSubmission, endorse);
  }
  void AcceptIntoReview(const std::string& name) {
    submissions::v1::CheckFormalityRequest check;
    check.set_name(name);
    const auto checked = world_.Must<SubmissionsService>(
        world_.officer(), &SubmissionsService::Stub::CheckFormality, check);
    submissions::v1::AcceptSubmissionRequest accept;
    accept.set_name(name);
    accept.set_etag(checked.etag());
    world_.Must<SubmissionsService>(world_.officer(), &SubmissionsService::Stub::AcceptSubmission,
                                    accept);
  }
  void TakeIntoPool(const std::string& person) {
    v1::CreateExpertRequest request;
    request.mutable_expert()->set_person(person);
    request.mutable_expert()->add_disciplines("210");
    request.mutable_expert()->set_reviews_max(5);
    request.mutable_expert()->set_available(true);
    Must(world_.officer(), &Stub::CreateExpert, request);
  }
};

TEST_F(Blindness, NothingThatAnExpertReadsTellsWhoAppliedForIt) {
  const auto review = Begin();
  const auto token = world_.expert(0);
  const auto read =
      Must(token, &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(review.name()));
  EXPECT_EQ(read.title(), "课题0");
  EXPECT_EQ(read.form(), R"({"significance":"意义重大"})");
  ASSERT_EQ(read.attachments_size(), 1);
  EXPECT_EQ(read.attachments(0).slot(), "insert");
  EXPECT_EQ(read.attachments(0).file_name(), "");
  ExpectBlind(read);
  ExpectBlind(review);
  ExpectBlind(Must(token, &Stub::ListReviews, {}));
  ExpectBlind(Must(token, &Stub::GetReview, Of<v1::GetReviewRequest>(review.name())));
  ExpectBlind(Must(token, &Stub::GetExpert, Of<v1::GetExpertRequest>("experts/e0")));
  ExpectBlind(Must(token, &Stub::UpdateReview, DraftOf(review.name(), 80)));
  ExpectBlind(Must(token, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(review.name())));
  ExpectBlind(Must(token, &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(review.name())));
}

TEST_F(Blindness, OnlyFilesThatAreForExpertsAreSent) {
  const auto review = Begin();
  const auto token = world_.expert(0);
  const auto read =
      Must(token, &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(review.name()));
  auto request = Of<v1::ReadAttachmentRequest>(review.name());
  request.set_attachment(read.attachments(0).name());
  std::string reason;
  const auto bytes = Download(token, request, &reason);
  EXPECT_EQ(reason, "");
  EXPECT_EQ(bytes, std::string(kPdf) + "insert");
  EXPECT_EQ(Sha256(bytes), read.attachments(0).sha256());
  request.set_offset(5);
  EXPECT_EQ(Download(token, request, &reason), bytes.substr(5));
  request.set_offset(-1);
  Download(token, request, &reason);
  EXPECT_EQ(reason, "FIELD_INVALID");
  request.clear_offset();
  Download(world_.expert(1), request, &reason);
  EXPECT_EQ(reason, "NOT_FOUND") << "another's review";

  submissions::v1::GetSubmissionRequest get;
  get.set_name(read.name());
  const auto whole = world_.Must<SubmissionsService>(world_.officer(),
                                                     &SubmissionsService::Stub::GetSubmission, get);
  ASSERT_EQ(whole.attachments_size(), 2);
  for (const auto& attachment : whole.attachments()) {
    if (attachment.slot() == "insert") continue;
    request.set_attachment(attachment.name());
    EXPECT_EQ(Download(token, request, &reason), "");
    EXPECT_EQ(reason, "NOT_FOUND");
  }
}

TEST_F(Blindness, BeforeAcceptingThereIsNothingToRead) {
  const auto review = Begin();
  v1::ListReviewsRequest all;
  const auto other = Must(world_.expert(1), &Stub::ListReviews, all).reviews(0);
  EXPECT_EQ(
      Refusal(world_.expert(1), &Stub::ReadSubmission, Of<v1::ReadSubmissionRequest>(other.name())),
      "STATE_WRONG");
  EXPECT_EQ(Refusal(world_.expert(1), &Stub::ReadSubmission,
                    Of<v1::ReadSubmissionRequest>(review.name())),
            "NOT_FOUND");
}

TEST_F(Blindness, ExpertsSeeTheirOwnReviewsOnly) {
  const auto review = Begin();
  const auto other = world_.expert(1);
  const auto name = review.name();
  const auto list = Must(other, &Stub::ListReviews, {});
  ASSERT_EQ(list.reviews_size(), 1);
  EXPECT_NE(list.reviews(0).name(), name);
  v1::ListReviewsRequest of_others;
  of_others.set_expert("experts/e0");
  EXPECT_EQ(Must(other, &Stub::ListReviews, of_others).reviews_size(), 0);
  EXPECT_EQ(Refusal(other, &Stub::GetReview, Of<v1::GetReviewRequest>(name)), "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::AcceptReview, Of<v1::AcceptReviewRequest>(name)), "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::DeclineReview, Of<v1::DeclineReviewRequest>(name, "x")),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::DeclareConflict, Of<v1::DeclareConflictRequest>(name, "x")),
            "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::UpdateReview, DraftOf(name, 1)), "NOT_FOUND");
  EXPECT_EQ(Refusal(other, &Stub::SubmitReview, Of<v1::SubmitReviewRequest>(name)), "NOT_FOUND");
}

}  // namespace
}  // namespace redpeak::review
