#include "services/notifications/follower.h"

#include <map>
#include <set>

#include "services/base/log.h"
#include "services/base/mail.h"
#include "services/notifications/cursor_store.h"
#include "services/notifications/news_mail.h"
#include "services/notifications/notifications_peers.h"

namespace redpeak::notifications {
namespace {

constexpr int kEventsAtOnce = 500;

// News with the person whom it is for and the title of what it is about.
struct Addressed {
  News news;
  std::string person;
  std::string title;
};

struct Batch {
  EventPosition from;
  std::vector<PlacedEvent> events;
};

Result<Batch> ReadBatch(Pool& pool) {
  return InTransaction(pool, TxMode::kStatement, [](Tx& tx) -> Result<Batch> {
    const auto from = ReadCursor(tx);
    return Batch{from, ReadEvents(tx, from, kEventsAtOnce)};
  });
}

std::vector<News> NewsIn(const std::vector<PlacedEvent>& events) {
  std::set<std::string> told;
  std::vector<News> news;
  for (const auto& event : events) {
    auto one = NewsOf(event);
    if (one && told.insert(one->mail_id).second) news.push_back(std::move(*one));
  }
  return news;
}

// Without news of what is no longer there.
Result<std::vector<Addressed>> Address(Peers& peers, const std::vector<News>& news) {
  std::vector<Addressed> addressed;
  for (const auto& one : news) {
    if (!one.expert.empty()) {
      addressed.push_back({one, one.expert, ""});
      continue;
    }
    REDPEAK_ASSIGN_OR_RETURN(const auto submission, FindSubmission(peers, one.submission));
    if (submission) addressed.push_back({one, submission->leader(), submission->title()});
  }
  return addressed;
}

}  // namespace

Result<std::vector<QueuedMail>> Follower::Compose(const std::vector<News>& news) const {
  REDPEAK_ASSIGN_OR_RETURN(const auto addressed, Address(peers_, news));
  std::set<std::string> names;
  for (const auto& one : addressed) names.insert(one.person);
  if (names.empty()) return std::vector<QueuedMail>();
  REDPEAK_ASSIGN_OR_RETURN(const auto people, GetPeople(peers_, names));
  std::map<std::string, std::string> addresses;
  for (const auto& person : people.people()) addresses[person.name()] = person.email();
  std::vector<QueuedMail> mails;
  for (const auto& [one, person, title] : addressed) {
    if (!IsMailAddress(addresses[person])) continue;
    const auto language = people.languages().find(person);
    const bool known = language != people.languages().end();
    auto mail = WriteNews(one, known ? language->second : "zh", title, web_url_);
    mails.push_back({one.mail_id, addresses[person], std::move(mail.subject), std::move(mail.text),
                     clock_.Now()});
  }
  return mails;
}

// Whether there was anything to follow.
Result<bool> Follower::Follow() {
  REDPEAK_ASSIGN_OR_RETURN(const auto batch, ReadBatch(pool_));
  if (batch.events.empty()) return false;
  REDPEAK_ASSIGN_OR_RETURN(const auto mails, Compose(NewsIn(batch.events)));
  REDPEAK_RETURN_IF_ERROR(InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    if (MoveCursor(tx, batch.from, batch.events.back().position)) QueueMails(tx, mails);
    return {};
  }));
  if (!mails.empty()) MailBell().Ring();
  return true;
}

Turn Follower::FollowSome() {
  const auto followed = Follow();
  if (followed) return *followed ? Turn::kMore : Turn::kIdle;
  Log(LogLevel::kWarning, "events cannot be followed yet",
      {{"reason", followed.error().reason}, {"error", followed.error().message}});
  return Turn::kFailed;
}

}  // namespace redpeak::notifications
