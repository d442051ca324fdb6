#include "tests/world.h"

#include <stdexcept>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"

namespace redpeak::testing {
namespace {

using calls::v1::CallsService;
using identity::v1::IdentityService;
using review::v1::ReviewService;
using submissions::v1::SubmissionsService;

constexpr char kOpens[] = "2022-03-01T08:00:00+08:00";
constexpr char kCloses[] = "2022-04-30T18:00:00+08:00";

constexpr char kForm[] = R"({
  "type": "object",
  "required": ["significance"],
  "properties": {
    "significance": {"type": "string", "title": "意义", "minLength": 2, "maxLength": 500},
    "foundation": {"type": "string", "title": "前期基础", "x-identifying": true}
  },
  "additionalProperties": false})";

std::string Line(const std::vector<std::string>& cells) {
  std::string line;
  for (const auto& cell : cells) line += (line.empty() ? "" : ",") + cell;
  return line + "\n";
}

std::string UnitName(int i) { return "密名单位" + std::to_string(i) + "研究所"; }
std::string LeaderName(int i) { return "负责人张" + std::to_string(i); }

void AddCriterion(calls::v1::Call& call, const std::string& code, int weight) {
  auto& criterion = *call.add_criteria();
  criterion.set_code(code);
  criterion.set_display_name(code);
  criterion.set_weight(weight);
  criterion.set_points_min(0);
  criterion.set_points_max(100);
}

void AddCategory(calls::v1::Call& call, const std::string& code, int64_t ceiling_fen) {
  auto& category = *call.add_categories();
  category.set_code(code);
  category.set_display_name(code);
  category.set_ceiling_fen(ceiling_fen);
}

}  // namespace

World::World(TestServer& server) : server_(server) {
  administrator_ = server_.SignInAs("admin", Role::ADMINISTRATOR);
  officer_ = server_.SignInAs("officer", Role::PROGRAMME_OFFICER);
  approver_ = server_.SignInAs("approver", Role::APPROVER);
  auditor_ = server_.SignInAs("auditor", Role::AUDITOR);
  unit_officer_ = server_.SignInAs("unit-officer", Role::UNIT_OFFICER, "organisations/rec",
                                   "organisations/rec");
  MakePeople();
  calls::v1::CreateProgrammeRequest programme;
  programme.set_programme_id("research");
  programme.mutable_programme()->set_display_name("科研课题");
  programme.mutable_programme()->set_kind(calls::v1::Programme::RESEARCH);
  Must<CallsService>(officer_, &CallsService::Stub::CreateProgramme, programme);
}

void World::Fail(const std::string& what, const Error& error) {
  throw std::runtime_error(what + ": " + error.reason + " " + error.message);
}

// Units of their own for each, so that nobody shares one by chance.
void World::MakePeople() {
  std::string units =
      "id,name,uscc,region,kind,endorsed_by\nrec,推荐单位协会,,150402,association,\n";
  std::string people =
      "id,name,gender,born,organisation,title,degree,discipline,orcid,email,phone\n";
  const auto add = [&](const std::string& id, const std::string& name, const std::string& unit,
                       const std::string& unit_name) {
    units += Line({unit, unit_name, "", "150402", "institute", "rec"});
    people += Line({id, name, "", "1980", unit, "中级", "博士", "210", "", id + "@example.org",
                    "13900000000"});
  };
  for (int i = 0; i < kResearchers; ++i) {
    const auto id = "r" + std::to_string(i);
    add(id, LeaderName(i), "u" + id, UnitName(i));
    identifying_.insert(identifying_.end(),
                        {LeaderName(i), UnitName(i), "people/" + id, "organisations/u" + id,
                         id + "@example.org", "成员李" + std::to_string(i)});
    researchers_.push_back(server_.SignInAs(id, Role::RESEARCHER, "", "organisations/u" + id));
  }
  for (int i = 0; i < kExperts; ++i) {
    const auto id = "e" + std::to_string(i);
    add(id, "专家王" + std::to_string(i), "u" + id, "专家单位" + std::to_string(i));
    experts_.push_back(server_.SignInAs(id, Role::EXPERT, "", "organisations/u" + id));
  }
  add("approver", "审批人", "city", "市科协");  // conflicts are looked for with a person's unit
  identity::v1::ImportRequest request;
  request.set_csv(units);
  Must<IdentityService>(administrator_, &IdentityService::Stub::ImportOrganisations, request);
  request.set_csv(people);
  Must<IdentityService>(administrator_, &IdentityService::Stub::ImportPeople, request);
}

calls::v1::Call World::SampleCall() {
  calls::v1::Call call;
  call.set_programme("programmes/research");
  call.set_title("2022年度科研课题");
  call.set_year(2022);
  call.set_guideline("# 申报指南");
  *call.mutable_opens_at() = ToProto(At(kOpens));
  *call.mutable_closes_at() = ToProto(At(kCloses));
  AddCategory(call, "key", 5'000'000);
  AddCategory(call, "general", 2'000'000);
  call.set_form_schema(kForm);
  AddCriterion(call, "innovation", 60);
  AddCriterion(call, "feasibility", 40);
  call.set_endorsement_required(true);
  call.set_reviews_per_submission(3);
  call.set_blindness(calls::v1::Call::DOUBLE_BLIND);
  call.set_funded_count(3);
  call.set_leader_quota(1);
  call.set_notice_days(7);
  call.set_notice_day_kind(calls::v1::CALENDAR_DAYS);
  call.set_number_prefix("CF2022");
  return call;
}

calls::v1::Call World::PublishCall(const std::string& id, const calls::v1::Call& call) {
  calls::v1::CreateCallRequest create;
  create.set_call_id(id);
  *create.mutable_call() = call;
  const auto draft = Must<CallsService>(officer_, &CallsService::Stub::CreateCall, create);
  calls::v1::PublishCallRequest publish;
  publish.set_name(draft.name());
  publish.set_etag(draft.etag());
  return Must<CallsService>(officer_, &CallsService::Stub::PublishCall, publish);
}

submissions::v1::Submission World::Draft(const std::string& call, int i) {
  submissions::v1::CreateSubmissionRequest request;
  auto& draft = *request.mutable_submission();
  draft.set_call(call);
  draft.set_title("课题" + std::to_string(i));
  draft.set_category("general");
  draft.set_discipline("210");
  draft.set_amount_fen(1'000'000 + i);
  draft.set_start_date("2022-07-01");
  draft.set_end_date("2023-06-30");
  draft.set_abstract("摘要");
  draft.add_keywords("草原");
  draft.set_form(R"({"significance":"意义重大","foundation":")" + LeaderName(i) + "\"}");
  auto& member = *draft.add_team();
  member.set_display_name("成员李" + std::to_string(i));
  member.set_unit_name(UnitName(i));
  return Must<SubmissionsService>(researcher(i), &SubmissionsService::Stub::CreateSubmission,
                                  request);
}

submissions::v1::Submission World::Submitted(const std::string& call, int i) {
  const auto draft = Draft(call, i);
  submissions::v1::SubmitSubmissionRequest request;
  request.set_name(draft.name());
  request.set_etag(draft.etag());
  return Must<SubmissionsService>(researcher(i), &SubmissionsService::Stub::SubmitSubmission,
                                  request);
}

submissions::v1::Submission World::Endorsed(const std::string& call, int i) {
  const auto submitted = Submitted(call, i);
  submissions::v1::EndorseSubmissionRequest request;
  request.set_name(submitted.name());
  request.set_comment("同意推荐");
  return Must<SubmissionsService>(unit_officer_, &SubmissionsService::Stub::EndorseSubmission,
                                  request);
}

void World::MakeExperts() {
  std::string csv = "person,disciplines,max_reviews,available\n";
  for (int i = 0; i < kExperts; ++i) csv += Line({"e" + std::to_string(i), "210;220", "10", "yes"});
  identity::v1::ImportRequest request;
  request.set_csv(csv);
  Must<ReviewService>(officer_, &ReviewService::Stub::ImportExperts, request);
}

std::vector<std::string> World::InReview(const std::string& call) {
  std::vector<std::string> names;
  for (int i = 0; i < kResearchers; ++i) names.push_back(Endorsed(call, i).name());
  server_.MoveTo(At(kCloses));
  MakeExperts();
  for (const auto& name : names) {
    submissions::v1::CheckFormalityRequest check;
    check.set_name(name);
    const auto checked =
        Must<SubmissionsService>(officer_, &SubmissionsService::Stub::CheckFormality, check);
    submissions::v1::AcceptSubmissionRequest accept;
    accept.set_name(name);
    accept.set_etag(checked.etag());
    Must<SubmissionsService>(officer_, &SubmissionsService::Stub::AcceptSubmission, accept);
  }
  review::v1::StartReviewRequest start;
  start.set_call(call);
  Must<ReviewService>(officer_, &ReviewService::Stub::StartReview, start);
  review::v1::AssignReviewsRequest assign;
  assign.set_call(call);
  Must<ReviewService>(officer_, &ReviewService::Stub::AssignReviews, assign);
  return names;
}

void World::Reviewed(const std::string& call) {
  for (int i = 0; i < kExperts; ++i) {
    review::v1::ListReviewsRequest list;
    list.set_call(call);
    const auto mine = Must<ReviewService>(expert(i), &ReviewService::Stub::ListReviews, list);
    for (const auto& assigned : mine.reviews()) {
      review::v1::AcceptReviewRequest accept;
      accept.set_name(assigned.name());
      auto review = Must<ReviewService>(expert(i), &ReviewService::Stub::AcceptReview, accept);
      review::v1::UpdateReviewRequest update;
      update.mutable_review()->set_name(review.name());
      for (const char* criterion : {"innovation", "feasibility"}) {
        auto& score = *update.mutable_review()->add_scores();
        score.set_criterion(criterion);
        score.set_points(60 + i);
        score.set_comment("评语");
      }
      update.mutable_review()->set_recommendation(review::v1::Review::FUND);
      update.mutable_review()->set_comment_to_applicant("建议细化方案");
      review = Must<ReviewService>(expert(i), &ReviewService::Stub::UpdateReview, update);
      review::v1::SubmitReviewRequest submit;
      submit.set_name(review.name());
      submit.set_etag(review.etag());
      Must<ReviewService>(expert(i), &ReviewService::Stub::SubmitReview, submit);
    }
  }
  review::v1::CloseReviewRequest close;
  close.set_call(call);
  Must<ReviewService>(officer_, &ReviewService::Stub::CloseReview, close);
}

}  // namespace redpeak::testing
