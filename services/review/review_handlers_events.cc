#include "services/review/review_handlers_events.h"

#include "services/base/names.h"

namespace redpeak::review {

void AppendReviewChanged(Call& call, const ReviewRef& ref, const std::string& action) {
  events::v1::Detail detail;
  auto* changed = detail.mutable_review_changed();
  changed->set_action(action);
  changed->set_expert(MakeName("experts", ref.expert));
  changed->set_submission(MakeName("submissions", ref.submission));
  changed->set_call(MakeName("calls", ref.call));
  call.Append(MakeReviewName(ref.submission, ref.review), std::move(detail));
}

void AppendReviewsChanged(Call& call, const std::vector<ReviewRef>& refs,
                          const std::string& action) {
  for (const auto& ref : refs) AppendReviewChanged(call, ref, action);
}

ReviewRef RefOf(const ReviewRecord& record) {
  return {LastId(record.review.name()), record.subject.id, record.subject.call,
          LastId(record.review.expert())};
}

void AppendConflictChanged(Call& call, const std::string& action, const std::string& submission,
                           const std::string& expert, v1::Conflict::Kind kind) {
  events::v1::Detail detail;
  auto* changed = detail.mutable_conflict_changed();
  changed->set_action(action);
  changed->set_expert(MakeName("experts", expert));
  changed->set_kind(v1::Conflict::Kind_Name(kind));
  call.Append(MakeName("submissions", submission), std::move(detail));
}

void AppendExpertChanged(Call& call, const std::string& expert, const std::string& action,
                         const std::vector<std::string>& fields) {
  events::v1::Detail detail;
  auto* changed = detail.mutable_expert_changed();
  changed->set_action(action);
  for (const auto& field : fields) changed->add_fields(field);
  call.Append(MakeName("experts", expert), std::move(detail));
}

void AppendExpertsImported(Call& call, int count) {
  events::v1::Detail detail;
  detail.mutable_expert_changed()->set_action("imported");
  detail.mutable_expert_changed()->set_count(count);
  call.Append("experts", std::move(detail));
}

}  // namespace redpeak::review
