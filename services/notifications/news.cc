#include "services/notifications/news.h"

#include <map>

#include "services/base/names.h"

namespace redpeak::notifications {
namespace {

using events::v1::Detail;
using v1::Message;

News Plain(const PlacedEvent& placed, Kind kind) {
  return {.kind = kind,
          .id = "event-" + std::to_string(placed.event.id()),
          .subject = placed.event.subject(),
          .actor = placed.event.actor(),
          .time = FromProto(placed.event.time())};
}

News OfSubmission(const PlacedEvent& placed, Kind kind) {
  auto news = Plain(placed, kind);
  news.submission = placed.event.subject();
  return news;
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::SubmissionChanged& changed) {
  static const std::map<std::string, Kind> kinds = {
      {"returned", Message::SUBMISSION_RETURNED},
      {"endorsed", Message::SUBMISSION_ENDORSED},
      {"put_on_notice", Message::SUBMISSION_ON_NOTICE},
      {"do_not_approve", Message::SUBMISSION_NOT_APPROVED}};
  const auto kind = kinds.find(changed.action());
  if (kind == kinds.end()) return {};
  auto news = OfSubmission(placed, kind->second);
  // An endorsement's comment is between the unit and the office.
  if (news.kind == Message::SUBMISSION_RETURNED) news.reason = changed.reason();
  return {news};
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::FormalityChecked& checked) {
  return {OfSubmission(
      placed, checked.accepted() ? Message::SUBMISSION_ACCEPTED : Message::SUBMISSION_REFUSED)};
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::SubmissionApproved& approved) {
  auto news = OfSubmission(placed, Message::SUBMISSION_APPROVED);
  news.number = approved.project_number();
  return {news};
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::CallExtended& extended) {
  auto news = Plain(placed, Message::CALL_EXTENDED);
  news.call = placed.event.subject();
  news.due = FromProto(extended.to());
  news.reason = extended.reason();
  return {news};
}

// An expert's id is the person's. Those of one transaction are one piece of news.
News ForExpert(const PlacedEvent& placed, const events::v1::ReviewChanged& changed, Kind kind) {
  auto news = Plain(placed, kind);
  const auto id = LastId(changed.expert());
  news.id = changed.action() + "-" + std::to_string(placed.position.xid) + "-" +
            LastId(changed.call()) + "-" + id;
  news.subject = news.call = changed.call();
  news.expert = MakeName("people", id);
  news.count = 1;
  return news;
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::ReviewChanged& changed) {
  if (changed.expert().empty()) return {};
  const auto& action = changed.action();
  if (action == "assigned") return {ForExpert(placed, changed, Message::REVIEWS_ASSIGNED)};
  if (action == "cancelled") return {ForExpert(placed, changed, Message::REVIEWS_CANCELLED)};
  if (action == "declined") {
    auto news = Plain(placed, Message::REVIEW_DECLINED);
    news.submission = changed.submission();
    news.call = changed.call();
    news.expert = MakeName("people", LastId(changed.expert()));
    return {news};
  }
  if (action != "submitted") return {};
  auto news = Plain(placed, Message::REVIEWS_COMPLETE);
  news.id = "complete-" + LastId(changed.call());
  news.subject = news.call = changed.call();
  return {news};
}

// calls/{call} of calls/{call}/proposals/{proposal}.
std::string CallOf(const std::string& proposal) {
  return proposal.substr(0, proposal.find("/proposals/"));
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::ProposalChanged& changed) {
  static const std::map<std::string, Kind> kinds = {{"made", Message::SIGNATURE_AWAITED},
                                                    {"signed", Message::PROPOSAL_SIGNED},
                                                    {"withdrawn", Message::PROPOSAL_RETURNED}};
  const auto kind = kinds.find(changed.action());
  if (kind == kinds.end()) return {};
  auto news = Plain(placed, kind->second);
  news.call = CallOf(placed.event.subject());
  news.reason = changed.reason();
  return {news};
}

std::vector<News> Of(const PlacedEvent& placed, const events::v1::ObjectionChanged& changed) {
  auto news = Plain(placed, changed.action() == "answered" ? Message::OBJECTION_ANSWERED
                                                           : Message::OBJECTION_FILED);
  news.call = changed.call();
  return {news};
}

}  // namespace

std::vector<News> NewsOf(const PlacedEvent& placed) {
  const auto& detail = placed.event.detail();
  switch (detail.kind_case()) {
    case Detail::kSubmissionChanged:
      return Of(placed, detail.submission_changed());
    case Detail::kSubmissionSubmitted:
      return {OfSubmission(placed, Message::ENDORSEMENT_AWAITED)};
    case Detail::kFormalityChecked:
      return Of(placed, detail.formality_checked());
    case Detail::kSubmissionApproved:
      return Of(placed, detail.submission_approved());
    case Detail::kCallExtended:
      return Of(placed, detail.call_extended());
    case Detail::kReviewChanged:
      return Of(placed, detail.review_changed());
    case Detail::kProposalChanged:
      return Of(placed, detail.proposal_changed());
    case Detail::kObjectionChanged:
      return Of(placed, detail.objection_changed());
    default:
      return {};
  }
}

std::vector<News> NewsOf(const std::vector<PlacedEvent>& events) {
  std::map<std::string, size_t> places;
  std::vector<News> all;
  for (const auto& event : events) {
    for (auto& news : NewsOf(event)) {
      const auto [place, is_new] = places.emplace(news.id, all.size());
      if (is_new) {
        all.push_back(std::move(news));
      } else {
        all[place->second].count += news.count;
      }
    }
  }
  return all;
}

}  // namespace redpeak::notifications
