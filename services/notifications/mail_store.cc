#include "services/notifications/mail_store.h"

namespace redpeak::notifications {
namespace {

const Statement kQueueMails{"notifications.queue_mails", R"(
  INSERT INTO base.mails (id, recipient, subject, body, created_at, due_at)
  SELECT id, recipient, subject, body, base.instant(created), base.instant(created)
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::bigint[])
         AS mail (id, recipient, subject, body, created)
      ON CONFLICT (id) DO NOTHING)"};

// A transaction that stayed open while a mail is sent would hold up everyone who follows the
// events; so a mail is taken by moving its due time out of the way.
const Statement kTakeMails{"notifications.take_mails", R"(
  WITH due AS MATERIALIZED (
    SELECT id
      FROM base.mails
     WHERE sent_at IS NULL AND (attempts = 0 OR due_at <= base.instant($1))
     ORDER BY due_at
     LIMIT $3
       FOR UPDATE SKIP LOCKED)
  UPDATE base.mails
     SET attempts = attempts + 1, due_at = base.instant($1 + $2)
    FROM due
   WHERE mails.id = due.id
  RETURNING mails.id, recipient, subject, body, base.micros(created_at), attempts)"};

const Statement kMarkSent{"notifications.mark_sent", R"(
  UPDATE base.mails SET sent_at = base.instant($2), body = NULL, last_error = NULL WHERE id = $1)"};

const Statement kRetryLater{"notifications.retry_later", R"(
  UPDATE base.mails SET due_at = base.instant($3), last_error = $2 WHERE id = $1)"};

const Statement kGiveUp{"notifications.give_up", R"(
  UPDATE base.mails SET due_at = 'infinity', body = NULL, last_error = $2 WHERE id = $1)"};

const Statement kGiveBack{"notifications.give_back", R"(
  UPDATE base.mails SET due_at = base.instant($2), attempts = attempts - 1
   WHERE id = ANY ($1::text[]))"};

int64_t Micros(std::chrono::seconds seconds) { return std::chrono::microseconds(seconds).count(); }

}  // namespace

void QueueMails(Tx& tx, const std::vector<QueuedMail>& mails) {
  std::vector<std::string> ids;
  std::vector<std::string> recipients;
  std::vector<std::string> subjects;
  std::vector<std::string> texts;
  std::vector<std::string> created;
  for (const auto& mail : mails) {
    ids.push_back(mail.id);
    recipients.push_back(mail.recipient);
    subjects.push_back(mail.subject);
    texts.push_back(mail.text);
    created.push_back(std::to_string(ToMicros(mail.created)));
  }
  tx.Run(kQueueMails, ToArray(ids), ToArray(recipients), ToArray(subjects), ToArray(texts),
         ToArray(created));
}

std::vector<QueuedMail> TakeMails(Tx& tx, Instant now, std::chrono::seconds lease, int limit) {
  std::vector<QueuedMail> mails;
  for (const auto& row : tx.Run(kTakeMails, ToMicros(now), Micros(lease), limit)) {
    mails.push_back({row[0].c_str(), row[1].c_str(), row[2].c_str(), row[3].c_str(),
                     FromMicros(row[4].as<int64_t>()), row[5].as<int>()});
  }
  return mails;
}

void MarkSent(Tx& tx, const std::string& id, Instant now) { tx.Run(kMarkSent, id, ToMicros(now)); }

void MarkFailed(Tx& tx, const std::string& id, const std::string& error,
                std::optional<Instant> try_again) {
  if (try_again) {
    tx.Run(kRetryLater, id, error, ToMicros(*try_again));
  } else {
    tx.Run(kGiveUp, id, error);
  }
}

void GiveBack(Tx& tx, const std::vector<std::string>& ids, Instant now) {
  tx.Run(kGiveBack, ToArray(ids), ToMicros(now));
}

}  // namespace redpeak::notifications
