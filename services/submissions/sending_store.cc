#include "services/submissions/sending_store.h"

#include <algorithm>

#include "services/base/names.h"
#include "services/submissions/submission_store_row.h"

namespace redpeak::submissions {
namespace {

using std::chrono::steady_clock;

constexpr int64_t kBlockMax = 64;
// A block that lasted less than this was too small.
constexpr std::chrono::seconds kBlockLasts{1};

const Statement kTakeNumbers{"submissions.take_numbers", R"(
  INSERT INTO number_counters (prefix, last_number)
  VALUES ($1, $2)
  ON CONFLICT (prefix) DO UPDATE SET last_number = number_counters.last_number + $2
  RETURNING last_number)"};

const Statement kReadSendable{"submissions.read_sendable", "SELECT form," REDPEAK_SUBMISSION_COLUMNS
                                                           R"(, coalesce(quota_slot, 0),
         ARRAY(SELECT other.id
                 FROM submissions AS other
                WHERE other.call = submissions.call AND other.leader = submissions.leader
                      AND other.quota_slot IS NOT NULL AND other.id <> $1
                ORDER BY other.quota_slot),
         ARRAY(SELECT other.quota_slot::text
                 FROM submissions AS other
                WHERE other.call = submissions.call AND other.leader = submissions.leader
                      AND other.quota_slot IS NOT NULL AND other.id <> $1
                ORDER BY other.quota_slot)
    FROM submissions
   WHERE id = $1)"};

const Statement kSend{"submissions.send", R"(
  WITH sent AS (
    UPDATE submissions
       SET state = 'SUBMITTED', version = version + 1, number = $4, submitted_at = base.instant($3),
           sha256 = $5, endorsement_required = $6, quota_slot = NULLIF($7::smallint, 0), note = '',
           endorsed_at = NULL, updated_at = base.instant($3)
     WHERE id = $1 AND version = $2 AND state IN ('DRAFT', 'RETURNED')
    RETURNING id, version),
  kept AS (
    INSERT INTO sent_versions (submission, version, content, sha256, files, sent_at)
    SELECT id, version, $8, $5, $9::text[], base.instant($3) FROM sent),
  answered AS (
    INSERT INTO requests (account, id, fingerprint, answer, at)
    SELECT $10, $11::uuid, $12, $13, base.instant($3) FROM sent WHERE $11 IS NOT NULL)
  INSERT INTO base.events (at, actor, subject, kind, detail)
  SELECT base.instant($3), $14, 'submissions/' || id, $15, $16 FROM sent)"};

const Statement kReadSentContent{"submissions.read_sent_content", R"(
  SELECT content
    FROM sent_versions
   WHERE submission = $1
   ORDER BY version DESC
   LIMIT 1)"};

std::string Written(const std::string& prefix, int64_t number) {
  auto digits = std::to_string(number);
  if (digits.size() < 6) digits.insert(0, 6 - digits.size(), '0');
  return prefix.empty() ? digits : prefix + "-" + digits;
}

events::v1::Detail EventOf(const v1::Submission& submission) {
  events::v1::Detail detail;
  auto& submitted = *detail.mutable_submission_submitted();
  submitted.set_number(submission.receipt().number());
  submitted.set_sha256(submission.receipt().sha256());
  submitted.set_call(submission.call());
  submitted.set_leader(submission.leader());
  return detail;
}

std::vector<std::string> FilesOf(const v1::Submission& submission) {
  std::vector<std::string> files;
  for (const auto& attachment : submission.attachments())
    files.push_back(LastId(attachment.name()));
  return files;
}

pqxx::result RunSend(Call& call, const Sending& sending) {
  const auto& submission = sending.submission;
  const auto& key = call.key();
  const auto id = key.id.empty() ? std::nullopt : std::make_optional(key.id);
  const auto detail = EventOf(submission);
  return call.tx().Run(kSend, LastId(submission.name()), sending.read_etag, ToMicros(call.now()),
                       submission.receipt().number(), Bytes(submission.receipt().sha256()),
                       sending.endorsement_required, sending.quota_slot, sending.content,
                       ToArray(FilesOf(submission)), key.account, id, Bytes(key.fingerprint),
                       Bytes(submission.SerializeAsString()), call.caller().Actor(), KindOf(detail),
                       Bytes(detail.SerializeAsString()));
}

}  // namespace

std::string Numbers::Next(Tx& tx, const std::string& prefix) {
  std::lock_guard lock(mutex_);
  auto& block = blocks_[prefix];
  if (block.next > block.last) {
    const auto now = steady_clock::now();
    const bool wanted_fast = now - block.taken < kBlockLasts;
    const auto size = wanted_fast ? std::min(block.size * 2, kBlockMax) : 1;
    const auto last = tx.Run(kTakeNumbers, prefix, size)[0][0].as<int64_t>();
    block = {last - size + 1, last, size, now};
  }
  return Written(prefix, block.next++);
}

std::optional<Sendable> ReadSendable(Tx& tx, const std::string& id) {
  const auto rows = tx.Run(kReadSendable, id);
  if (rows.empty()) return std::nullopt;
  const auto& row = rows[0];
  Sendable sendable{FromRow(row), row[kSubmissionColumns].as<int>(), {}};
  const auto ids = FromArray(row[kSubmissionColumns + 1]);
  const auto slots = FromArray(row[kSubmissionColumns + 2]);
  for (size_t i = 0; i < ids.size(); ++i) {
    sendable.others.push_back({MakeName("submissions", ids[i]), std::stoi(slots[i])});
  }
  return sendable;
}

Sent Send(Call& call, const Sending& sending) {
  try {
    return RunSend(call, sending).affected_rows() == 1 ? Sent::kDone : Sent::kChanged;
  } catch (const pqxx::unique_violation& error) {
    if (ConstraintOf(error) != "submissions_quota") throw;
    return Sent::kSlotTaken;
  }
}

std::optional<std::string> ReadSentContent(Tx& tx, const std::string& id) {
  const auto rows = tx.Run(kReadSentContent, id);
  if (rows.empty()) return std::nullopt;
  return std::string(rows[0][0].c_str());
}

}  // namespace redpeak::submissions
