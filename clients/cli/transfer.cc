#include "clients/cli/transfer.h"

#include <openssl/evp.h>

#include <algorithm>
#include <filesystem>

#include "clients/cli/errors.h"
#include "clients/cli/files.h"
#include "clients/cli/names.h"
#include "clients/cli/progress.h"
#include "clients/cli/request.h"
#include "clients/cli/show.h"
#include "redpeak/review/v1/review_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Message;
using review::v1::ReadAttachmentRequest;
using submissions::v1::Attachment;
using submissions::v1::DownloadAttachmentRequest;
using submissions::v1::DownloadAttachmentResponse;
using submissions::v1::Submission;
using submissions::v1::UploadAttachmentRequest;
using Kind = Arg::Kind;

constexpr char kUpload[] = "submissions/UploadAttachment";
constexpr char kDownload[] = "submissions/DownloadAttachment";
constexpr char kReadAttachment[] = "review/ReadAttachment";
constexpr size_t kPiece = 256 << 10;     // bytes
constexpr int64_t kSlowest = 100 << 10;  // bytes a second that a transfer is given time for
constexpr int kReadable = 0644;
constexpr char kSubmissionPattern[] = "submissions/*";
constexpr char kAttachmentPattern[] = "submissions/*/attachments/*";
constexpr char kReviewPattern[] = "submissions/*/reviews/*";

std::chrono::seconds TimeFor(int64_t bytes) { return std::chrono::seconds(bytes / kSlowest); }

// Fills the parts of an upload in: the start, then the bytes.
class Parts {
 public:
  Parts(const UploadAttachmentRequest::Start& start, std::string_view bytes, ProgressBar& bar)
      : start_(start), bytes_(bytes), bar_(bar) {}

  bool Next(Message& message) {
    auto& part = static_cast<UploadAttachmentRequest&>(message);
    if (!started_) {
      started_ = true;
      *part.mutable_start() = start_;
      return true;
    }
    if (sent_ == bytes_.size()) return false;
    const auto piece = bytes_.substr(sent_, kPiece);
    part.set_data(std::string(piece));
    sent_ += piece.size();
    bar_.Set(static_cast<int64_t>(sent_));
    return true;
  }

 private:
  const UploadAttachmentRequest::Start& start_;
  std::string_view bytes_;
  ProgressBar& bar_;
  bool started_ = false;
  size_t sent_ = 0;
};

Result<void> UploadBytes(Context& context, const UploadAttachmentRequest::Start& start,
                         const std::string& bytes, Submission& submission) {
  REDPEAK_ASSIGN_OR_RETURN(auto* connection, Connect(context));
  const auto size = static_cast<int64_t>(bytes.size());
  ProgressBar bar(context, start.file_name(), size);
  return Connection::Retry([&] {
    Parts parts(start, bytes, bar);
    return connection->Exchange(
        *FindMethod(kUpload), [&](Message& part) { return parts.Next(part); },
        [&](const Message& answer) {
          submission.CopyFrom(answer);
          return Result<void>();
        },
        TimeFor(size));
  });
}

Result<void> Upload(Context& context, const Given& given) {
  const auto path = First(given, "file");
  UploadAttachmentRequest::Start start;
  start.set_parent(Expand(kSubmissionPattern, First(given, "submission")));
  start.set_slot(First(given, "slot"));
  start.set_file_name(First(given, "file-name", std::filesystem::path(path).filename().string()));
  start.set_request_id(First(given, "request-id"));
  AddRequestId(start);
  REDPEAK_ASSIGN_OR_RETURN(const auto bytes, ReadFile(path));
  Submission submission;
  REDPEAK_RETURN_IF_ERROR(UploadBytes(context, start, bytes, submission));
  const bool brief = !context.settings.json && !submission.attachments().empty();
  if (brief) {
    Print(context, *submission.attachments().rbegin(), "");
  } else {
    Print(context, submission, "");
  }
  return {};
}

std::string Sha256(const std::string& bytes) {
  std::string digest(EVP_MAX_MD_SIZE, '\0');
  unsigned int size = 0;
  EVP_Digest(bytes.data(), bytes.size(), reinterpret_cast<unsigned char*>(digest.data()), &size,
             EVP_sha256(), nullptr);
  digest.resize(size);
  return digest;
}

// All bytes of a download; after a break it goes on where it was.
template <typename Request>
Result<std::string> DownloadBytes(Context& context, const char* method, Request request,
                                  const Attachment& attachment) {
  REDPEAK_ASSIGN_OR_RETURN(auto* connection, Connect(context));
  std::string bytes;
  ProgressBar bar(context, attachment.file_name(), attachment.size_bytes());
  REDPEAK_RETURN_IF_ERROR(Connection::Retry([&] {
    request.set_offset(static_cast<int64_t>(bytes.size()));
    bool sent = false;
    return connection->Exchange(
        *FindMethod(method),
        [&](Message& part) {
          if (!sent) part.CopyFrom(request);
          return !std::exchange(sent, true);
        },
        [&](const Message& piece) {
          bytes += static_cast<const DownloadAttachmentResponse&>(piece).data();
          bar.Set(static_cast<int64_t>(bytes.size()));
          return Result<void>();
        },
        TimeFor(attachment.size_bytes()));
  }));
  return bytes;
}

Result<Attachment> FindAttachment(const Submission& submission, const std::string& name) {
  for (const auto& attachment : submission.attachments()) {
    if (attachment.name() == name) return attachment;
  }
  return Failure({.code = Code::kNotFound, .reason = "NOT_FOUND", .metadata = {{"name", name}}});
}

// What to call the file here: as its owner did, but never in another folder; by its id where the
// name is hidden.
std::string FileNameOf(const Attachment& attachment) {
  const auto own = std::filesystem::path(attachment.file_name()).filename().string();
  if (!own.empty()) return own;
  const auto& type = attachment.media_type();
  return std::filesystem::path(attachment.name()).filename().string() + "." +
         type.substr(type.find('/') + 1);
}

// Checks the bytes against what the server has on record of the file, and writes them.
Result<void> Keep(Context& context, const Given& given, const Attachment& attachment,
                  const std::string& bytes) {
  const auto path = First(given, "to", FileNameOf(attachment));
  if (!attachment.sha256().empty() && Sha256(bytes) != attachment.sha256())
    return DownloadDamaged(path);
  if (path == "-") {
    context.out << bytes;
    return {};
  }
  REDPEAK_RETURN_IF_ERROR(WriteFile(path, bytes, kReadable));
  context.err << context.catalog.Text("ui/saved", {{"path", path}}) << "\n";
  return {};
}

Result<void> Download(Context& context, const Given& given) {
  const auto name = Expand(kAttachmentPattern, First(given, "attachment"));
  submissions::v1::GetSubmissionRequest read;
  read.set_name(name.substr(0, name.rfind("/attachments/")));
  REDPEAK_ASSIGN_OR_RETURN(
      const auto submission,
      CallKnown<Submission>(context, *FindMethod("submissions/GetSubmission"), read));
  REDPEAK_ASSIGN_OR_RETURN(const auto attachment, FindAttachment(submission, name));
  DownloadAttachmentRequest request;
  request.set_name(name);
  REDPEAK_ASSIGN_OR_RETURN(const auto bytes,
                           DownloadBytes(context, kDownload, request, attachment));
  return Keep(context, given, attachment, bytes);
}

Result<void> DownloadForReview(Context& context, const Given& given) {
  review::v1::ReadSubmissionRequest read;
  read.set_name(Expand(kReviewPattern, First(given, "name")));
  REDPEAK_ASSIGN_OR_RETURN(
      const auto submission,
      CallKnown<Submission>(context, *FindMethod("review/ReadSubmission"), read));
  const auto name = Expand(kAttachmentPattern, First(given, "attachment"));
  REDPEAK_ASSIGN_OR_RETURN(const auto attachment, FindAttachment(submission, name));
  ReadAttachmentRequest request;
  request.set_name(read.name());
  request.set_attachment(name);
  REDPEAK_ASSIGN_OR_RETURN(const auto bytes,
                           DownloadBytes(context, kReadAttachment, request, attachment));
  return Keep(context, given, attachment, bytes);
}

Arg Positional(std::string name, std::string label) {
  return {.name = std::move(name),
          .kind = Kind::kPositional,
          .required = true,
          .label = std::move(label)};
}

}  // namespace

std::vector<Verb> TransferVerbs() {
  const Arg to = {.name = "to", .label = "option/to"};
  const auto attachment = Positional("attachment", "field/attachment");
  return {{"submission",
           "upload",
           {Positional("submission", "field/submission"),
            Positional("slot", "field/slot"),
            Positional("file", "option/file"),
            {.name = "file-name", .label = "field/file_name"},
            {.name = "request-id", .label = "field/request_id"}},
           Upload,
           {kUpload}},
          {"submission", "download", {attachment, to}, Download, {kDownload}},
          {"review",
           "attachment",
           {Positional("name", "field/name"), attachment, to},
           DownloadForReview,
           {kReadAttachment}}};
}

}  // namespace redpeak::cli
