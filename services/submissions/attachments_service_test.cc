#include "services/base/crypto.h"
#include "services/base/db.h"
#include "tests/submissions_fixture.h"

namespace redpeak::submissions {
namespace {

using testing::ReasonOf;
using S = v1::Submission;
using v1::UploadAttachmentRequest;

constexpr char kUuid[] = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
constexpr int64_t kBytesMax = 10 << 20;

std::string Pdf(size_t bytes) {
  std::string pdf = "%PDF-1.4\n";
  while (pdf.size() < bytes) pdf += static_cast<char>('a' + pdf.size() % 23);
  return pdf;
}

void AddSlots(calls::v1::Call& call) {
  for (const auto* code : {"statement", "insert"}) {
    auto& slot = *call.add_attachment_slots();
    slot.set_code(code);
    slot.set_display_name(code);
  }
  call.mutable_attachment_slots(0)->set_required(true);
  call.mutable_attachment_slots(1)->set_shown_to_experts(true);
}

class AttachmentsServiceTest : public testing::SubmissionsFixture {
 protected:
  static UploadAttachmentRequest StartOf(const std::string& parent, const std::string& slot,
                                         const std::string& request_id = "") {
    UploadAttachmentRequest part;
    part.mutable_start()->set_parent(parent);
    part.mutable_start()->set_slot(slot);
    part.mutable_start()->set_file_name("承诺书 王.pdf");
    part.mutable_start()->set_request_id(request_id);
    return part;
  }

  Result<S> Send(const std::string& token, const std::vector<UploadAttachmentRequest>& parts) {
    Stub stub(server_.channel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + token);
    S response;
    const auto writer = stub.UploadAttachment(&context, &response);
    for (const auto& part : parts) {
      if (!writer->Write(part)) break;
    }
    writer->WritesDone();
    const auto status = writer->Finish();
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return response;
  }

  Result<S> Upload(const std::string& token, const UploadAttachmentRequest& start,
                   const std::string& bytes, size_t part_bytes = 100'000) {
    std::vector<UploadAttachmentRequest> parts = {start};
    for (size_t at = 0; at < bytes.size(); at += part_bytes) {
      parts.emplace_back().set_data(bytes.substr(at, part_bytes));
    }
    return Send(token, parts);
  }

  Result<std::string> Download(const std::string& token, const std::string& name,
                               int64_t offset = 0) {
    Stub stub(server_.channel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + token);
    v1::DownloadAttachmentRequest request;
    request.set_name(name);
    request.set_offset(offset);
    const auto reader = stub.DownloadAttachment(&context, request);
    std::string bytes;
    for (v1::DownloadAttachmentResponse piece; reader->Read(&piece);) bytes += piece.data();
    const auto status = reader->Finish();
    if (!status.ok()) return tl::unexpected(FromGrpc(status));
    return bytes;
  }

  Result<S> Delete(const std::string& token, const std::string& name) {
    v1::DeleteAttachmentRequest request;
    request.set_name(name);
    return Ask(token, &Stub::DeleteAttachment, request);
  }

  // How many rows a query finds, past the service.
  int Count(const std::string& query) {
    pqxx::connection connection(server_.database() + " user=redpeak_owner");
    return pqxx::nontransaction(connection).exec1("SELECT count(*) FROM " + query)[0].as<int>();
  }

  const std::string call_ = Publish("2022", &AddSlots).name();
  const S draft_ = world_.Draft(call_, 0);
  const std::string me_ = world_.researcher(0);
};

TEST_F(AttachmentsServiceTest, WhatComesBackIsWhatWentIn) {
  for (const size_t bytes : {9U, 4096U, 262'143U, 262'144U, 262'145U, 1'000'000U}) {
    const auto file = Pdf(bytes);
    const auto answer = Upload(me_, StartOf(draft_.name(), "insert"), file, 77'777);
    ASSERT_TRUE(answer) << bytes << answer.error().message;
    const auto& attachment = *answer->attachments().rbegin();
    EXPECT_EQ(attachment.size_bytes(), static_cast<int64_t>(file.size()));
    EXPECT_EQ(attachment.sha256(), Sha256(file));
    EXPECT_EQ(attachment.media_type(), "application/pdf");
    EXPECT_EQ(attachment.file_name(), "承诺书 王.pdf");
    EXPECT_TRUE(attachment.shown_to_experts());
    EXPECT_TRUE(Download(me_, attachment.name()) == file) << bytes;
    for (const int64_t offset :
         {int64_t{1}, static_cast<int64_t>(file.size()) / 2, static_cast<int64_t>(file.size())}) {
      EXPECT_TRUE(Download(me_, attachment.name(), offset) ==
                  file.substr(static_cast<size_t>(offset)))
          << bytes << " from " << offset;
    }
  }
  EXPECT_EQ(Get(me_, draft_.name())->etag(), "7") << "each raised the version";
}

TEST_F(AttachmentsServiceTest, TheContentDecidesWhatItIs) {
  const auto start = StartOf(draft_.name(), "insert");
  for (const std::string& file :
       {std::string("#!/bin/sh\necho"), std::string("<html></html>"), std::string("PK\x03\x04 zip"),
        std::string(300'000, 'x'), std::string("%PDX-1.4\n")}) {
    EXPECT_EQ(ReasonOf(Upload(me_, start, file)), "FILE_TYPE") << file.substr(0, 10);
  }
  const std::string png =
      "\x89PNG\r\n\x1a\n" + std::string("\0\0\0\rIHDR\0\0\0\1\0\0\0\1\x8\6\0\0\0", 21);
  EXPECT_EQ(Upload(me_, start, png)->attachments(0).media_type(), "image/png");
}

TEST_F(AttachmentsServiceTest, LargerThanTheLimitIsRefusedAndLeavesNothing) {
  const auto start = StartOf(draft_.name(), "insert");
  EXPECT_TRUE(Upload(me_, start, Pdf(kBytesMax), 1 << 20));
  const auto refused = Upload(me_, start, Pdf(kBytesMax + 1), 1 << 20);
  EXPECT_EQ(ReasonOf(refused), "FILE_TOO_LARGE");
  EXPECT_EQ(refused.error().metadata.at("bytes_max"), "10485760");
  EXPECT_EQ(Count("submissions.files"), 1);
  EXPECT_EQ(Count("submissions.pieces"), 40);
}

TEST_F(AttachmentsServiceTest, EmptyFilesAndMisplacedPartsAreRefused) {
  const auto start = StartOf(draft_.name(), "insert");
  UploadAttachmentRequest data, huge;
  data.set_data(Pdf(10));
  huge.set_data(Pdf((1 << 20) + 1));
  EXPECT_EQ(ReasonOf(Send(me_, {})), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Send(me_, {start})), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Send(me_, {data})), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Send(me_, {start, start, data})), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Send(me_, {start, huge})), "FIELD_INVALID");
}

TEST_F(AttachmentsServiceTest, SlotAndFileNameAreChecked) {
  auto start = StartOf(draft_.name(), "nonsense");
  EXPECT_EQ(Upload(me_, start, Pdf(10)).error().violations[0].field, "start.slot");
  start = StartOf(draft_.name(), "insert");
  start.mutable_start()->set_file_name(" ");
  EXPECT_EQ(Upload(me_, start, Pdf(10)).error().violations[0].field, "start.file_name");
  start.mutable_start()->set_file_name(std::string(201, 'x'));
  EXPECT_EQ(Upload(me_, start, Pdf(10)).error().violations[0].field, "start.file_name");
  start = StartOf(draft_.name(), "insert", "no-uuid");
  EXPECT_EQ(Upload(me_, start, Pdf(10)).error().violations[0].field, "start.request_id");
  EXPECT_EQ(ReasonOf(Upload(me_, StartOf("", "insert"), Pdf(10))), "FIELD_INVALID");
}

TEST_F(AttachmentsServiceTest, OnlyTheLeaderAttachesAndOnlyToADraft) {
  const auto start = StartOf(draft_.name(), "statement");
  EXPECT_EQ(ReasonOf(Upload(world_.researcher(1), start, Pdf(10))), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Upload(world_.officer(), start, Pdf(10))), "ROLE_MISSING");
  const auto name = Upload(me_, start, Pdf(10))->attachments(0).name();
  EXPECT_EQ(ReasonOf(Download(world_.officer(), name)), "NOT_FOUND") << "it is a draft";
  EXPECT_EQ(ReasonOf(Delete(world_.researcher(1), name)), "NOT_FOUND");
  ASSERT_TRUE(Submit(me_, draft_.name()));
  EXPECT_EQ(ReasonOf(Upload(me_, start, Pdf(10))), "STATE_WRONG");
  EXPECT_EQ(ReasonOf(Delete(me_, name)), "STATE_WRONG");
  EXPECT_EQ(Download(world_.officer(), name), Pdf(10));
  EXPECT_EQ(Download(world_.unit_officer(), name), Pdf(10));
  EXPECT_EQ(ReasonOf(Download(world_.researcher(1), name)), "NOT_FOUND");
}

TEST_F(AttachmentsServiceTest, OffsetsOutsideAreRefused) {
  const auto name = Upload(me_, StartOf(draft_.name(), "insert"), Pdf(10))->attachments(0).name();
  EXPECT_EQ(ReasonOf(Download(me_, name, -1)), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Download(me_, name, 11)), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Download(me_, draft_.name())), "FIELD_INVALID");
  EXPECT_EQ(ReasonOf(Download(me_, draft_.name() + "/attachments/ghost")), "NOT_FOUND");
}

TEST_F(AttachmentsServiceTest, CarriesTwentyFilesAtMost) {
  for (int i = 0; i < 20; ++i) {
    ASSERT_TRUE(Upload(me_, StartOf(draft_.name(), "insert"), Pdf(10)));
  }
  const auto refused = Upload(me_, StartOf(draft_.name(), "insert"), Pdf(10));
  EXPECT_EQ(ReasonOf(refused), "TOO_MANY_FILES");
}

TEST_F(AttachmentsServiceTest, ARepeatedUploadIsAnsweredOnceAndAnAlteredOneRefused) {
  const auto start = StartOf(draft_.name(), "statement", kUuid);
  const auto first = Upload(me_, start, Pdf(300'000));
  ASSERT_TRUE(first);
  ASSERT_TRUE(Submit(me_, draft_.name()));
  const auto again = Upload(me_, start, Pdf(300'000));
  ASSERT_TRUE(again) << again.error().message;
  EXPECT_EQ(again->SerializeAsString(), first->SerializeAsString());
  EXPECT_EQ(ReasonOf(Upload(me_, start, Pdf(300'001))), "REQUEST_ID_REUSED");
  EXPECT_EQ(ReasonOf(Upload(me_, StartOf(draft_.name(), "insert", kUuid), Pdf(300'000))),
            "REQUEST_ID_REUSED");
  EXPECT_EQ(Count("submissions.files"), 1);
}

TEST_F(AttachmentsServiceTest, ASlotThatIsRequiredMustBeFilled) {
  const auto refused = Submit(me_, draft_.name());
  EXPECT_EQ(ReasonOf(refused), "ATTACHMENT_MISSING");
  EXPECT_EQ(refused.error().metadata.at("slot"), "statement");
  ASSERT_TRUE(Upload(me_, StartOf(draft_.name(), "statement"), Pdf(10)));
  EXPECT_TRUE(Submit(me_, draft_.name()));
}

TEST_F(AttachmentsServiceTest, WhatWasSentIsKeptWhenItIsTakenOutOfTheNextVersion) {
  const auto sent =
      Upload(me_, StartOf(draft_.name(), "statement"), Pdf(10))->attachments(0).name();
  ASSERT_TRUE(Submit(me_, draft_.name()));
  ASSERT_TRUE(Return(world_.unit_officer(), draft_.name()));
  const auto fresh =
      Upload(me_, StartOf(draft_.name(), "statement"), Pdf(20))->attachments(1).name();
  ASSERT_TRUE(Delete(me_, sent));
  EXPECT_EQ(ReasonOf(Download(me_, sent)), "NOT_FOUND");
  EXPECT_EQ(Count("submissions.files"), 2) << "what was sent is on record";
  ASSERT_TRUE(Delete(me_, fresh));
  EXPECT_EQ(Count("submissions.files"), 1) << "what was never sent goes";
}

TEST_F(AttachmentsServiceTest, ADeletedDraftTakesItsFilesAlong) {
  ASSERT_TRUE(Upload(me_, StartOf(draft_.name(), "insert"), Pdf(300'000)));
  v1::DeleteSubmissionRequest request;
  request.set_name(draft_.name());
  ASSERT_TRUE(Ask(me_, &Stub::DeleteSubmission, request));
  EXPECT_EQ(Count("submissions.pieces"), 0);
}

TEST_F(AttachmentsServiceTest, AnUploadThatBreaksOffIsUnseenAndSweptAway) {
  {
    Stub stub(server_.channel());
    grpc::ClientContext context;
    context.AddMetadata("authorization", "Bearer " + me_);
    S response;
    const auto writer = stub.UploadAttachment(&context, &response);
    UploadAttachmentRequest data;
    data.set_data(Pdf(600'000));
    writer->Write(StartOf(draft_.name(), "insert"));
    writer->Write(data);
    while (Count("submissions.pieces") < 2) {
    }
    context.TryCancel();
    EXPECT_FALSE(writer->Finish().ok());
  }
  EXPECT_EQ(Get(me_, draft_.name())->attachments_size(), 0);
  server_.MoveTo("2022-03-03T08:00:00+08:00");
  ASSERT_TRUE(Upload(me_, StartOf(draft_.name(), "insert"), Pdf(10)));
  EXPECT_EQ(Count("submissions.files"), 1);
  EXPECT_EQ(Count("submissions.pieces"), 1);
}

}  // namespace
}  // namespace redpeak::submissions
