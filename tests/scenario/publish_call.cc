#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "tests/scenario/call_text.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace calls = ::redpeak::calls::v1;
using Stub = calls::CallsService::Stub;
using std::chrono::days;

void ImportExperts(Play& play) {
  identity::v1::ImportRequest request;
  request.set_csv(play.folder.experts_csv);
  play.server.Do(play.cast.officer, "imports the experts",
                 &review::v1::ReviewService::Stub::ImportExperts, request);
}

std::string CreateProgramme(Play& play) {
  calls::CreateProgrammeRequest request;
  request.set_programme_id("research");
  request.mutable_programme()->set_display_name("科研课题");
  request.mutable_programme()->set_kind(calls::Programme::RESEARCH);
  return play.server.Do(play.cast.officer, "makes the programme", &Stub::CreateProgramme, request)
      .name();
}

void SetRules(const Rules& rules, calls::Call& call) {
  for (const auto& [code, ceiling_fen] : rules.ceilings_fen) {
    auto& category = *call.add_categories();
    category.set_code(code);
    category.set_display_name(LabelOf(code));
    category.set_ceiling_fen(ceiling_fen);
  }
  for (const auto& [code, weight] : rules.weights) {
    auto& criterion = *call.add_criteria();
    criterion.set_code(code);
    criterion.set_display_name(LabelOf(code));
    criterion.set_weight(weight);
    criterion.set_points_max(100);
    for (auto& anchor : Anchors()) *criterion.add_anchors() = anchor;
  }
  call.set_funded_count(rules.funded);
  call.set_reviews_per_submission(rules.reviews_each);
  call.set_notice_days(rules.notice_working_days);
  call.set_notice_day_kind(calls::WORKING_DAYS);
}

void SetPaperwork(calls::Call& call) {
  call.set_form_schema(FormSchema());
  auto& signed_copy = *call.add_attachment_slots();
  signed_copy.set_code("signed");
  signed_copy.set_display_name("签字盖章的申报书");
  auto& insert = *call.add_attachment_slots();
  insert.set_code("insert");
  insert.set_display_name("匿名论证活页");
  insert.set_shown_to_experts(true);
  auto& item = *call.add_manual_items();
  item.set_code("UNIT_NAME_SHORTENED");
  item.set_display_name("单位名称与公章不一致");
}

}  // namespace

calls::Call DraftCall(const Rules& rules) {
  calls::Call call;
  const auto year = std::to_string(rules.year);
  call.set_title(year + "年科研课题");
  call.set_year(rules.year);
  call.set_guideline(Guideline(rules.year));
  *call.mutable_opens_at() = ToProto(rules.opens);
  *call.mutable_closes_at() = ToProto(rules.deadline);
  *call.mutable_review_due() = ToProto(rules.deadline + days(30));
  call.set_endorsement_required(true);
  call.set_blindness(calls::Call::DOUBLE_BLIND);
  call.set_leader_quota(1);
  call.set_number_prefix("KT" + year);
  SetRules(rules, call);
  SetPaperwork(call);
  return call;
}

std::string Publish(Play& play, const std::string& id, const calls::Call& draft) {
  calls::CreateCallRequest create;
  create.set_call_id(id);
  *create.mutable_call() = draft;
  const auto call = play.server.Do(play.cast.officer, "drafts the call", &Stub::CreateCall, create);
  calls::PublishCallRequest publish;
  publish.set_name(call.name());
  publish.set_etag(call.etag());
  return play.server.Do(play.cast.officer, "publishes the call", &Stub::PublishCall, publish)
      .name();
}

void PublishCall(Play& play) {
  ImportExperts(play);
  const auto& rules = play.folder.rules;
  auto draft = DraftCall(rules);
  draft.set_programme(CreateProgramme(play));
  play.call = Publish(play, "research-" + std::to_string(rules.year), draft);
}

}  // namespace redpeak::scenario
