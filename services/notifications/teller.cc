#include "services/notifications/teller.h"

#include <map>
#include <set>

#include "services/base/bell.h"
#include "services/base/mail.h"
#include "services/notifications/mail_store.h"
#include "services/notifications/message_store.h"
#include "services/notifications/news_mail.h"
#include "services/notifications/recipients.h"

namespace redpeak::notifications {
namespace {

constexpr size_t kPeopleAtOnce = 1000;

struct Reader {
  std::string address;
  std::string language = "zh";
};
using Readers = std::map<std::string, Reader>;

Result<void> AskReaders(Peers& peers, const std::set<std::string>& names, Readers& readers) {
  REDPEAK_ASSIGN_OR_RETURN(const auto found, GetPeople(peers, names));
  for (const auto& person : found.people()) readers[person.name()].address = person.email();
  for (const auto& [person, language] : found.languages()) readers[person].language = language;
  return {};
}

Result<Readers> FindReaders(Peers& peers, const std::vector<Addressed>& addressed) {
  Readers readers;
  std::set<std::string> names;
  for (const auto& one : addressed) {
    names.insert(one.person);
    if (names.size() < kPeopleAtOnce) continue;
    REDPEAK_RETURN_IF_ERROR(AskReaders(peers, names, readers));
    names.clear();
  }
  if (!names.empty()) REDPEAK_RETURN_IF_ERROR(AskReaders(peers, names, readers));
  return readers;
}

std::vector<QueuedMail> WriteMails(const std::vector<Addressed>& addressed, const Readers& readers,
                                   const std::string& web_url, Instant now) {
  std::vector<QueuedMail> mails;
  for (const auto& [person, news, message] : addressed) {
    const auto reader = readers.find(person);
    if (reader == readers.end() || !IsMailAddress(reader->second.address)) continue;
    auto mail = WriteMail(message, reader->second.language, web_url);
    if (!mail) continue;
    mails.push_back({MailId(message, news, person), reader->second.address,
                     std::move(mail->subject), std::move(mail->text), now});
  }
  return mails;
}

}  // namespace

Result<void> Teller::Tell(const std::vector<News>& news, const std::function<bool(Tx&)>& first) {
  Facts facts(peers_);
  REDPEAK_ASSIGN_OR_RETURN(const auto addressed, Address(facts, news));
  REDPEAK_ASSIGN_OR_RETURN(const auto readers, FindReaders(peers_, addressed));
  const auto now = clock_.Now();
  const auto mails = WriteMails(addressed, readers, web_url_, now);
  REDPEAK_RETURN_IF_ERROR(InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    if (!first(tx)) return {};
    InsertMessages(tx, addressed, ids_, now);
    if (!mails.empty()) QueueMails(tx, mails);
    return {};
  }));
  if (!mails.empty()) MailBell().Ring();
  return {};
}

}  // namespace redpeak::notifications
