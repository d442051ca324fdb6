#include "services/notifications/mail_sender.h"

#include "services/base/log.h"
#include "services/base/mail.h"
#include "services/notifications/retry.h"

namespace redpeak::notifications {
namespace {

constexpr int kMailsAtOnce = 16;

// Mail is sent by the real clock: a simulated one may stand still, or be years away.
Instant Now() { return SystemClock().Now(); }

// Long enough for every mail that was taken to take its longest.
std::chrono::seconds LeaseOf(const MailRoute& route) {
  return std::chrono::ceil<std::chrono::seconds>(route.smtp.timeout * kMailsAtOnce) +
         std::chrono::minutes(1);
}

std::string Why(const Error& error) {
  const auto detail = error.metadata.find("detail");
  return error.reason + (detail == error.metadata.end() ? "" : ": " + detail->second);
}

void LogFailure(const QueuedMail& queued, const Error& error, bool final) {
  Log(final ? LogLevel::kError : LogLevel::kWarning,
      final ? "a mail was given up" : "a mail could not be sent yet",
      {{"mail", queued.id}, {"error", Why(error)}});
}

std::string HostOf(const std::string& address) { return address.substr(address.find('@') + 1); }

}  // namespace

Result<void> MailSender::Send(const QueuedMail& queued) const {
  const Mail mail{.from = route_.from,
                  .to = queued.recipient,
                  .from_name = "Redpeak",
                  .subject = queued.subject,
                  .text = queued.text,
                  .message_id = queued.id + "@" + HostOf(route_.from),
                  .date = std::chrono::floor<std::chrono::seconds>(queued.created)};
  if (route_.smtp.url.empty()) return WriteMailFile(route_.directory, queued.id, mail);
  return SendBySmtp(route_.smtp, mail);
}

Result<void> MailSender::Settle(const QueuedMail& queued, const Result<void>& sent) {
  std::optional<Instant> try_again;
  if (!sent) {
    const auto pause = RetryAfter(queued.attempts, sent.error());
    if (pause) try_again = Now() + *pause;
    LogFailure(queued, sent.error(), !pause);
  }
  return InTransaction(pool_, TxMode::kStatement, [&](Tx& tx) -> Result<void> {
    if (sent) {
      MarkSent(tx, queued.id, Now());
    } else {
      MarkFailed(tx, queued.id, Why(sent.error()), try_again);
    }
    return {};
  });
}

Turn MailSender::SendSome(const std::stop_token& stop) {
  const auto taken =
      InTransaction(pool_, TxMode::kStatement, [&](Tx& tx) -> Result<std::vector<QueuedMail>> {
        return TakeMails(tx, Now(), LeaseOf(route_), kMailsAtOnce);
      });
  if (!taken) return Turn::kFailed;
  std::vector<std::string> untried;
  bool settled = true;
  for (const auto& queued : *taken) {
    if (stop.stop_requested() || !settled) {
      untried.push_back(queued.id);
    } else {
      settled = Settle(queued, Send(queued)).has_value();
    }
  }
  if (!untried.empty()) {
    settled = InTransaction(pool_, TxMode::kStatement,
                            [&](Tx& tx) -> Result<void> {
                              GiveBack(tx, untried, Now());
                              return {};
                            })
                  .has_value() &&
              settled;
  }
  if (!settled) return Turn::kFailed;
  return taken->empty() ? Turn::kIdle : Turn::kMore;
}

}  // namespace redpeak::notifications
