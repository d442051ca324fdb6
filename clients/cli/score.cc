#include "clients/cli/score.h"

#include <sstream>

#include "clients/cli/errors.h"
#include "clients/cli/names.h"
#include "clients/cli/request.h"
#include "clients/cli/show.h"
#include "clients/cli/terminal.h"
#include "clients/cli/value.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "redpeak/review/v1/review_service.pb.h"

namespace redpeak::cli {
namespace {

using calls::v1::Call;
using calls::v1::Criterion;
using review::v1::Review;
using review::v1::Score;
using review::v1::UpdateReviewRequest;
using Kind = Arg::Kind;

constexpr char kUpdate[] = "review/UpdateReview";
constexpr char kPattern[] = "submissions/*/reviews/*";

Result<Review> ReadReview(Context& context, const std::string& name) {
  review::v1::GetReviewRequest request;
  request.set_name(name);
  return CallKnown<Review>(context, *FindMethod("review/GetReview"), request);
}

Result<Call> ReadCall(Context& context, const std::string& name) {
  calls::v1::GetCallRequest request;
  request.set_name(name);
  return CallKnown<Call>(context, *FindMethod("calls/GetCall"), request);
}

Score& ScoreOf(Review& review, const std::string& criterion) {
  for (auto& score : *review.mutable_scores()) {
    if (score.criterion() == criterion) return score;
  }
  auto& score = *review.add_scores();
  score.set_criterion(criterion);
  return score;
}

// "innovation=85" or "innovation=sound": sets that field of the criterion's score.
Result<void> SetScore(Review& review, const std::string& argument, const char* field,
                      const std::string& text) {
  const auto equals = text.find('=');
  if (equals == std::string::npos) return ValueWrong(argument, text, "score");
  return SetField(ScoreOf(review, text.substr(0, equals)),
                  *Score::descriptor()->FindFieldByName(field), text.substr(equals + 1), argument);
}

Result<void> SetScores(const Given& given, const std::string& name, const char* field,
                       Review& review) {
  const auto it = given.find(name);
  if (it == given.end()) return {};
  for (const auto& text : it->second)
    REDPEAK_RETURN_IF_ERROR(SetScore(review, "--" + name, field, text));
  return {};
}

Result<void> SetText(const Given& given, const std::string& name, const char* field,
                     Review& review) {
  const auto it = given.find(name);
  if (it == given.end() || it->second.empty()) return {};
  return SetField(review, *Review::descriptor()->FindFieldByName(field), it->second.front(),
                  "--" + name);
}

Result<void> ApplyOptions(const Given& given, Review& review) {
  REDPEAK_RETURN_IF_ERROR(SetScores(given, "points", "points", review));
  REDPEAK_RETURN_IF_ERROR(SetScores(given, "comment", "comment", review));
  REDPEAK_RETURN_IF_ERROR(SetText(given, "recommendation", "recommendation", review));
  REDPEAK_RETURN_IF_ERROR(SetText(given, "to-applicant", "comment_to_applicant", review));
  return SetText(given, "to-officers", "comment_to_officers", review);
}

// Asks until the text is right or empty, which keeps what is there.
void AskField(Context& context, const std::string& question, google::protobuf::Message& message,
              const char* field_name) {
  const auto& field = *message.GetDescriptor()->FindFieldByName(field_name);
  const auto now = FormatField(context.catalog, message, field, false);
  for (;;) {
    const auto answer = AskLine(context, question + (now.empty() ? "" : " [" + now + "]") + ":");
    if (answer.empty() || SetField(message, field, answer, field_name)) return;
    context.err << context.catalog.Text("ui/again") << "\n";
  }
}

void AskCriterion(Context& context, const Criterion& criterion, Review& review) {
  const auto& catalog = context.catalog;
  context.err << "\n"
              << catalog.Text("ui/criterion", {{"name", criterion.display_name()},
                                               {"weight", std::to_string(criterion.weight())},
                                               {"min", std::to_string(criterion.points_min())},
                                               {"max", std::to_string(criterion.points_max())}})
              << "\n";
  for (const auto& anchor : criterion.anchors()) {
    context.err << "  ≤ " << anchor.points() << "  " << anchor.text() << "\n";
  }
  auto& score = ScoreOf(review, criterion.code());
  AskField(context, catalog.Text("field/points"), score, "points");
  AskField(context, catalog.Text("field/comment"), score, "comment");
}

void AskEverything(Context& context, const Call& call, Review& review) {
  const auto& catalog = context.catalog;
  for (const auto& criterion : call.criteria()) AskCriterion(context, criterion, review);
  context.err << "\n";
  AskField(context, catalog.Text("ui/recommendation"), review, "recommendation");
  AskField(context, catalog.Text("field/comment_to_applicant"), review, "comment_to_applicant");
  AskField(context, catalog.Text("field/comment_to_officers"), review, "comment_to_officers");
}

bool IsSilent(const Given& given) {
  for (const auto* name : {"points", "comment", "recommendation", "to-applicant", "to-officers"}) {
    if (const auto it = given.find(name); it != given.end() && !it->second.empty()) return false;
  }
  return true;
}

Result<void> FillIn(Context& context, const Given& given, Review& review) {
  if (!IsSilent(given)) return ApplyOptions(given, review);
  if (!InputIsTerminal()) return ArgumentMissing("--points");
  REDPEAK_ASSIGN_OR_RETURN(const auto call, ReadCall(context, review.call()));
  AskEverything(context, call, review);
  return {};
}

Result<void> RunScore(Context& context, const Given& given) {
  if (First(given, "name").empty()) return ArgumentMissing("name");
  REDPEAK_ASSIGN_OR_RETURN(auto review,
                           ReadReview(context, Expand(kPattern, First(given, "name"))));
  REDPEAK_RETURN_IF_ERROR(FillIn(context, given, review));
  UpdateReviewRequest request;
  *request.mutable_review() = std::move(review);
  for (const auto* path :
       {"scores", "recommendation", "comment_to_applicant", "comment_to_officers"}) {
    request.mutable_update_mask()->add_paths(path);
  }
  AddRequestId(request);
  REDPEAK_ASSIGN_OR_RETURN(const auto saved,
                           CallKnown<Review>(context, *FindMethod(kUpdate), request));
  Print(context, saved, "");
  return {};
}

}  // namespace

std::vector<Verb> ScoreVerbs() {
  return {{"review",
           "score",
           {{.name = "name", .kind = Kind::kPositional, .required = true, .label = "field/name"},
            {.name = "points", .kind = Kind::kValues, .label = "option/points"},
            {.name = "comment", .kind = Kind::kValues, .label = "option/comment"},
            {.name = "recommendation", .path = FindPath(*Review::descriptor(), "recommendation")},
            {.name = "to-applicant", .label = "field/comment_to_applicant"},
            {.name = "to-officers", .label = "field/comment_to_officers"}},
           RunScore,
           {kUpdate}}};
}

}  // namespace redpeak::cli
