#include "services/notifications/news.h"

#include "services/base/names.h"

namespace redpeak::notifications {
namespace {

using events::v1::Detail;

std::optional<NewsKind> KindOfChange(const events::v1::SubmissionChanged& change) {
  if (change.action() == "returned") return NewsKind::kReturned;
  if (change.action() == "endorsed") return NewsKind::kEndorsed;
  if (change.state() == "NOT_APPROVED") return NewsKind::kNotApproved;
  return std::nullopt;
}

// What happened to the submission that the event is about.
std::optional<NewsKind> KindOf(const Detail& detail) {
  switch (detail.kind_case()) {
    case Detail::kSubmissionChanged:
      return KindOfChange(detail.submission_changed());
    case Detail::kFormalityChecked:
      return detail.formality_checked().accepted() ? NewsKind::kAccepted : NewsKind::kRefused;
    case Detail::kSubmissionApproved:
      return NewsKind::kApproved;
    default:
      return std::nullopt;
  }
}

// An expert's id is the person's.
std::optional<News> Assigned(const PlacedEvent& placed) {
  const auto& change = placed.event.detail().review_changed();
  if (change.action() != "assigned" || change.expert().empty()) return std::nullopt;
  const auto id = LastId(change.expert());
  return News{.kind = NewsKind::kReviewsAssigned,
              .mail_id = "assigned-" + std::to_string(placed.position.xid) + "-" + id,
              .expert = MakeName("people", id)};
}

}  // namespace

std::optional<News> NewsOf(const PlacedEvent& placed) {
  const auto& detail = placed.event.detail();
  if (detail.has_review_changed()) return Assigned(placed);
  const auto kind = KindOf(detail);
  if (!kind) return std::nullopt;
  return News{.kind = *kind,
              .mail_id = "event-" + std::to_string(placed.event.id()),
              .submission = placed.event.subject(),
              .reason = detail.submission_changed().reason(),
              .project_number = detail.submission_approved().project_number()};
}

}  // namespace redpeak::notifications
