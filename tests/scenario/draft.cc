#include "tests/scenario/draft.h"

#include <functional>

#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "tests/scenario/call_text.h"
#include "tests/scenario/pdf.h"

namespace redpeak::scenario {
namespace {

namespace submissions = ::redpeak::submissions::v1;
using Stub = submissions::SubmissionsService::Stub;
using submissions::Submission;

constexpr std::size_t kWithFiles = 10;  // every tenth application has files

// Whether the server refused the application as such, and did not merely fail.
bool IsRefusal(const Error& error) {
  return error.code == Code::kInvalidArgument || error.code == Code::kFailedPrecondition;
}

// Takes the answer, or notes the refusal. Anything else ends the play.
template <typename Response>
std::optional<Response> Note(const User& user, const std::string& deed, Entry& entry,
                             Result<Response> answer) {
  if (answer) return std::move(*answer);
  const auto& error = answer.error();
  if (!IsRefusal(error) || error.reason == "STATE_WRONG") Server::Stop(user, deed, error);
  entry.refusal = error.reason;
  return std::nullopt;
}

bool HasFiles(const Application& application) {
  return std::hash<std::string>()(application.id) % kWithFiles == 0;
}

Result<Submission> Create(Play& play, const User& user, const Application& application) {
  submissions::CreateSubmissionRequest request;
  request.mutable_submission()->set_call(play.call);
  request.mutable_submission()->set_title(application.title);
  return play.server.Ask(user, &Stub::CreateSubmission, request);
}

Result<Submission> FillIn(Play& play, const User& user, const Submission& draft,
                          const Application& application) {
  submissions::UpdateSubmissionRequest request;
  *request.mutable_submission() = Written(play.folder, application);
  request.mutable_submission()->set_name(draft.name());
  request.mutable_submission()->set_etag(draft.etag());
  return play.server.Ask(user, &Stub::UpdateSubmission, request);
}

// The signed copy's name tells whose it is, which experts must not learn.
bool AddFiles(Play& play, const User& user, Entry& entry) {
  const auto& application = *entry.application;
  const auto& leader = play.folder.people.at(application.applicant).name;
  const auto signed_copy = Upload(play, user, entry.name, "signed", leader + "申报书.pdf",
                                  MakePdf("Application " + application.id));
  if (!Note(user, "uploads the signed copy of " + application.id, entry, signed_copy)) return false;
  const auto insert =
      Upload(play, user, entry.name, "insert", leader + "活页.pdf", InsertOf(application).value());
  return Note(user, "uploads the insert of " + application.id, entry, insert).has_value();
}

}  // namespace

Submission Written(const Folder& folder, const Application& application) {
  const auto& leader = folder.people.at(application.applicant);
  Submission submission;
  submission.set_title(application.title);
  submission.set_category(application.category);
  submission.set_discipline(application.discipline);
  submission.set_amount_fen(application.amount_fen);
  submission.set_start_date(application.start_date);
  submission.set_end_date(application.end_date);
  submission.set_abstract(application.abstract);
  submission.set_form(
      FilledForm(leader.name + "在" + folder.organisations.at(leader.organisation).name));
  for (const auto& [name, unit, person] : application.team) {
    auto& member = *submission.add_team();
    member.set_display_name(name);
    member.set_unit_name(unit);
    if (!person.empty()) member.set_person("people/" + person);
  }
  return submission;
}

std::optional<std::string> InsertOf(const Application& application) {
  if (!HasFiles(application)) return std::nullopt;
  return MakePdf("Anonymous insert of " + application.id);
}

Result<Submission> Upload(Play& play, const User& user, const std::string& submission,
                          const std::string& slot, const std::string& file_name,
                          const std::string& content) {
  Stub stub(play.server.channel());
  grpc::ClientContext context;
  Server::Prepare(context, user);
  Submission answer;
  const auto writer = stub.UploadAttachment(&context, &answer);
  submissions::UploadAttachmentRequest part;
  part.mutable_start()->set_parent(submission);
  part.mutable_start()->set_slot(slot);
  part.mutable_start()->set_file_name(file_name);
  // A server that does not want the rest ends the stream; its answer says why.
  if (writer->Write(part)) {
    part.set_data(content);
    writer->Write(part);
  }
  writer->WritesDone();
  const auto status = writer->Finish();
  if (!status.ok()) return tl::unexpected(FromGrpc(status));
  return answer;
}

void MakeDraft(Play& play, Entry& entry) {
  const auto& application = *entry.application;
  const auto& user = play.cast.people.at(application.applicant);
  const auto draft = Note(user, "begins " + application.id, entry, Create(play, user, application));
  if (!draft) return;
  entry.name = draft->name();
  entry.recommender = draft->recommender();
  const auto filled =
      Note(user, "fills in " + application.id, entry, FillIn(play, user, *draft, application));
  if (filled && HasFiles(application)) AddFiles(play, user, entry);
}

void Send(Play& play, Entry& entry) {
  if (!entry.refusal.empty()) return;
  const auto& user = play.cast.people.at(entry.application->applicant);
  submissions::SubmitSubmissionRequest request;
  request.set_name(entry.name);
  entry.submitted = Note(user, "submits " + entry.application->id, entry,
                         play.server.Ask(user, &Stub::SubmitSubmission, request))
                        .has_value();
}

}  // namespace redpeak::scenario
