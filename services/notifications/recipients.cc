#include "services/notifications/recipients.h"

#include <algorithm>

namespace redpeak::notifications {
namespace {

using calls::v1::Call;
using options::v1::Role;
using submissions::v1::Submission;
using v1::Message;
using People = std::vector<std::string>;

// A piece of news with what it is about; null where it is not about one.
struct Matter {
  const News& news;
  const Submission* submission;
  const Call* call;
};

bool IsOf(const Submission& submission, const std::string& person) {
  return submission.leader() == person ||
         std::ranges::any_of(submission.team(),
                             [&](const auto& member) { return member.person() == person; });
}

// Officers of the call, but of those nobody who works on the submission: they would learn who
// reviews it.
Result<People> Officers(Facts& facts, const Matter& matter) {
  REDPEAK_ASSIGN_OR_RETURN(auto people,
                           facts.Holders(Role::PROGRAMME_OFFICER, matter.call->name()));
  if (matter.submission != nullptr) {
    std::erase_if(people, [&](const auto& person) { return IsOf(*matter.submission, person); });
  }
  return people;
}

Result<People> OfficersAndApprovers(Facts& facts, const Matter& matter) {
  REDPEAK_ASSIGN_OR_RETURN(auto people, Officers(facts, matter));
  REDPEAK_ASSIGN_OR_RETURN(const auto approvers,
                           facts.Holders(Role::APPROVER, matter.call->name()));
  people.insert(people.end(), approvers.begin(), approvers.end());
  return people;
}

// Nobody endorses an own submission, nor what was endorsed meanwhile.
Result<People> Endorsers(Facts& facts, const Matter& matter) {
  const auto& submission = *matter.submission;
  if (submission.state() != Submission::SUBMITTED || !matter.call->endorsement_required()) {
    return People();
  }
  const auto& unit =
      submission.recommender().empty() ? submission.unit() : submission.recommender();
  REDPEAK_ASSIGN_OR_RETURN(auto people, facts.Holders(Role::UNIT_OFFICER, unit));
  std::erase(people, submission.leader());
  return people;
}

Result<People> OfficersOnceComplete(Facts& facts, const Matter& matter) {
  REDPEAK_ASSIGN_OR_RETURN(const auto* progress, facts.FindProgress(matter.call->name()));
  const bool complete = progress != nullptr && progress->wanted() > 0 &&
                        progress->submissions_complete() == progress->submissions();
  if (!complete) return People();
  return Officers(facts, matter);
}

Result<People> Filer(Facts& facts, const Matter& matter) {
  REDPEAK_ASSIGN_OR_RETURN(const auto person, facts.PersonOf(matter.news.filer));
  return People{person};
}

Result<People> RecipientsOf(Facts& facts, const Matter& matter) {
  switch (matter.news.kind) {
    case Message::ENDORSEMENT_AWAITED:
      return Endorsers(facts, matter);
    case Message::REVIEWS_ASSIGNED:
    case Message::REVIEWS_CANCELLED:
    case Message::REVIEWS_DUE:
      return People{matter.news.expert};
    case Message::CALL_CLOSED:
    case Message::REVIEW_DECLINED:
    case Message::OBJECTION_FILED:
    case Message::PROPOSAL_SIGNED:
      return Officers(facts, matter);
    case Message::REVIEWS_COMPLETE:
      return OfficersOnceComplete(facts, matter);
    case Message::NOTICE_ENDED:
    case Message::PROPOSAL_RETURNED:
      return OfficersAndApprovers(facts, matter);
    case Message::SIGNATURE_AWAITED:
      return facts.Holders(Role::APPROVER, matter.call->name());
    case Message::OBJECTION_ANSWERED:
      return Filer(facts, matter);
    default:
      return People{matter.submission == nullptr ? "" : matter.submission->leader()};
  }
}

// Until when the matter is to be done, where the news itself does not say so.
void SetDue(const Matter& matter, Message& message) {
  const auto& [news, submission, call] = matter;
  if (news.due) *message.mutable_due_time() = ToProto(*news.due);
  const bool open = call != nullptr && news.time < FromProto(call->closes_at());
  if (news.kind == Message::SUBMISSION_RETURNED && submission->has_correct_by()) {
    *message.mutable_due_time() = submission->correct_by();
  } else if (news.kind == Message::SUBMISSION_RETURNED && open) {
    *message.mutable_due_time() = call->closes_at();
  } else if (news.kind == Message::ENDORSEMENT_AWAITED && open) {
    *message.mutable_due_time() = call->closes_at();
  } else if (news.kind == Message::REVIEWS_ASSIGNED && call->has_review_due()) {
    *message.mutable_due_time() = call->review_due();
  }
}

// Who it names besides: to those who endorse, the leader; to officers, the expert. To others
// nobody.
Result<std::string> PersonNamed(Facts& facts, const Matter& matter) {
  if (matter.news.kind == Message::ENDORSEMENT_AWAITED) return matter.submission->leader_name();
  if (matter.news.kind == Message::REVIEW_DECLINED) return facts.DisplayName(matter.news.expert);
  return std::string();
}

// What it counts, where its events do not.
Result<int> CountOf(Facts& facts, const Matter& matter) {
  if (matter.news.kind != Message::REVIEWS_COMPLETE) return matter.news.count;
  REDPEAK_ASSIGN_OR_RETURN(const auto* progress, facts.FindProgress(matter.call->name()));
  return progress == nullptr ? 0 : progress->submitted();
}

Result<Message> Word(Facts& facts, const Matter& matter) {
  const auto& [news, submission, call] = matter;
  Message message;
  message.set_kind(news.kind);
  message.set_subject(news.subject);
  message.set_reason(news.kind == Message::SUBMISSION_REFUSED ? submission->note() : news.reason);
  message.set_number(news.number);
  *message.mutable_create_time() = ToProto(news.time);
  REDPEAK_ASSIGN_OR_RETURN(const int count, CountOf(facts, matter));
  message.set_count(count);
  if (submission != nullptr) message.set_title(submission->title());
  if (call != nullptr) {
    message.set_call(call->name());
    message.set_call_title(call->title());
  }
  SetDue(matter, message);
  REDPEAK_ASSIGN_OR_RETURN(*message.mutable_person_name(), PersonNamed(facts, matter));
  return message;
}

Result<void> AddressOne(Facts& facts, const News& news, std::vector<Addressed>& addressed) {
  Matter matter{news, nullptr, nullptr};
  auto call = news.call;
  if (!news.submission.empty()) {
    REDPEAK_ASSIGN_OR_RETURN(matter.submission, facts.FindSubmission(news.submission));
    if (matter.submission == nullptr) return {};
    call = matter.submission->call();
  }
  if (!call.empty()) {
    REDPEAK_ASSIGN_OR_RETURN(matter.call, facts.FindCall(call));
    if (matter.call == nullptr) return {};
  }
  REDPEAK_ASSIGN_OR_RETURN(auto people, RecipientsOf(facts, matter));
  REDPEAK_ASSIGN_OR_RETURN(const auto actor, facts.PersonOf(news.actor));
  std::erase_if(people, [&](const auto& person) { return person.empty() || person == actor; });
  if (people.empty()) return {};
  std::ranges::sort(people);
  people.erase(std::unique(people.begin(), people.end()), people.end());
  REDPEAK_ASSIGN_OR_RETURN(const auto message, Word(facts, matter));
  for (const auto& person : people) addressed.push_back({person, news.id, message});
  return {};
}

// A call's news for those who have not sent theirs: one for each.
Result<std::vector<News>> ForUnsent(Facts& facts, const News& news) {
  REDPEAK_ASSIGN_OR_RETURN(const auto unsent, facts.ListUnsent(news.call));
  std::vector<News> each;
  for (const auto& submission : unsent) {
    auto& one = each.emplace_back(news);
    one.subject = one.submission = submission.name();
    one.id += "-" + submission.name();
  }
  return each;
}

}  // namespace

Result<std::vector<Addressed>> Address(Facts& facts, const std::vector<News>& news) {
  std::vector<Addressed> addressed;
  for (const auto& one : news) {
    std::vector<News> each = {one};
    if (one.kind == Message::CALL_EXTENDED) {
      REDPEAK_ASSIGN_OR_RETURN(each, ForUnsent(facts, one));
    }
    for (const auto& single : each) {
      REDPEAK_RETURN_IF_ERROR(AddressOne(facts, single, addressed));
    }
  }
  return addressed;
}

}  // namespace redpeak::notifications
