#include "services/base/outbox.h"

#include "services/base/bell.h"

namespace redpeak {
namespace {

const Statement kQueueMails{"base.queue_mails", R"(
  INSERT INTO base.mails (id, recipient, subject, body, created_at, due_at)
  SELECT id, recipient, subject, body, base.instant($5), base.instant($5)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[])
         AS mail (id, recipient, subject, body))"};

}  // namespace

void QueueMail(Call& call, const OutgoingMail& mail) { QueueMails(call, {mail}); }

void QueueMails(Call& call, const std::vector<OutgoingMail>& mails) {
  std::vector<std::string> ids, recipients, subjects, texts;
  for (const auto& mail : mails) {
    ids.push_back(call.NewId());
    recipients.push_back(mail.recipient);
    subjects.push_back(mail.subject);
    texts.push_back(mail.text);
  }
  call.tx().Run(kQueueMails, ToArray(ids), ToArray(recipients), ToArray(subjects), ToArray(texts),
                ToMicros(call.now()));
  call.AfterCommit([] { MailBell().Ring(); });
}

}  // namespace redpeak
