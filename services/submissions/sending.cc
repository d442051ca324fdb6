#include "services/submissions/sending.h"

#include <algorithm>

#include "services/base/crypto.h"
#include "services/base/text.h"
#include "services/submissions/errors.h"
#include "services/submissions/life.h"

namespace redpeak::submissions {
namespace {

using nlohmann::json;

const calls::v1::Category* CategoryOf(const v1::Submission& submission,
                                      const calls::v1::Call& call) {
  for (const auto& category : call.categories()) {
    if (category.code() == submission.category()) return &category;
  }
  return nullptr;
}

void CheckDates(const v1::Submission& submission, Violations& violations) {
  const bool given = violations.Required("start_date", submission.start_date()) &
                     violations.Required("end_date", submission.end_date());
  if (given && submission.end_date() < submission.start_date()) {
    violations.Add("end_date", "OUT_OF_RANGE", submission.start_date(),
                   "must not be before the start");
  }
}

void AddCeiling(const v1::Submission& submission, const calls::v1::Call& call,
                Violations& violations) {
  if (!IsOverCeiling(submission, call)) return;
  const auto ceiling = std::to_string(CategoryOf(submission, call)->ceiling_fen());
  violations.Add("amount_fen", "OVER_CEILING", ceiling,
                 "at most " + ceiling + " fen in this category");
}

void AddMissing(const v1::Submission& submission, const calls::v1::Call& call,
                Violations& violations) {
  for (const auto& slot : MissingAttachments(submission, call)) {
    violations.Add("attachments", "ATTACHMENT_MISSING", slot, "a file for " + slot + " is missing");
  }
}

// Lets a failure whose every violation is of one rule go by that rule's reason.
Error WithReason(Error error) {
  for (const auto* rule : {"OVER_CEILING", "ATTACHMENT_MISSING"}) {
    const auto is_of_rule = [&](const auto& violation) { return violation.rule == rule; };
    if (!std::ranges::all_of(error.violations, is_of_rule)) continue;
    error.reason = rule;
    error.metadata = {
        {error.reason == "OVER_CEILING" ? "ceiling_fen" : "slot", error.violations.front().limit}};
  }
  return error;
}

json TeamJson(const v1::Submission& submission) {
  auto team = json::array();
  for (const auto& member : submission.team()) {
    team.push_back({{"display_name", member.display_name()},
                    {"unit_name", member.unit_name()},
                    {"person", member.person()}});
  }
  return team;
}

json AttachmentsJson(const v1::Submission& submission) {
  auto attachments = json::array();
  for (const auto& attachment : submission.attachments()) {
    attachments.push_back({{"name", attachment.name()},
                           {"slot", attachment.slot()},
                           {"file_name", attachment.file_name()},
                           {"media_type", attachment.media_type()},
                           {"size_bytes", attachment.size_bytes()},
                           {"sha256", Hex(attachment.sha256())}});
  }
  return attachments;
}

}  // namespace

void CheckFields(const v1::Submission& submission, const calls::v1::Call& call, const Form& form,
                 const json& answers, Violations& violations) {
  violations.Required("title", Trim(submission.title()));
  violations.Required("unit", submission.unit());
  if (call.categories_size() > 0) violations.Required("category", submission.category());
  violations.Required("discipline", submission.discipline());
  violations.Required("abstract", Trim(submission.abstract()));
  CheckDates(submission, violations);
  for (int i = 0; i < submission.team_size(); ++i) {
    violations.Required("team[" + std::to_string(i) + "].display_name",
                        Trim(submission.team(i).display_name()));
  }
  form.Check(answers, violations);
}

bool IsOverCeiling(const v1::Submission& submission, const calls::v1::Call& call) {
  const auto* category = CategoryOf(submission, call);
  return category != nullptr && submission.amount_fen() > category->ceiling_fen();
}

std::vector<std::string> MissingAttachments(const v1::Submission& submission,
                                            const calls::v1::Call& call) {
  std::vector<std::string> missing;
  for (const auto& slot : call.attachment_slots()) {
    const auto fills = [&](const auto& attachment) { return attachment.slot() == slot.code(); };
    if (slot.required() && std::ranges::none_of(submission.attachments(), fills)) {
      missing.push_back(slot.code());
    }
  }
  return missing;
}

Result<void> CheckComplete(const v1::Submission& submission, const calls::v1::Call& call,
                           const Form& form, const json& answers) {
  Violations violations;
  CheckFields(submission, call, form, answers, violations);
  AddCeiling(submission, call, violations);
  AddMissing(submission, call, violations);
  return violations.Check().map_error(&WithReason);
}

Result<int> TakeSlot(int quota, int own, const std::vector<OtherSent>& others) {
  if (quota <= 0) return 0;
  if (own > 0) return own;
  for (int slot = 1; slot <= quota; ++slot) {
    const auto takes = [&](const OtherSent& other) { return other.quota_slot == slot; };
    if (std::ranges::none_of(others, takes)) return slot;
  }
  return LeaderQuota(quota, others.front().name);
}

std::string CanonicalContent(const v1::Submission& submission, const json& answers) {
  const json content = {
      {"name", submission.name()},
      {"call", submission.call()},
      {"leader", submission.leader()},
      {"leader_name", submission.leader_name()},
      {"unit", submission.unit()},
      {"unit_name", submission.unit_name()},
      {"recommender", submission.recommender()},
      {"title", submission.title()},
      {"category", submission.category()},
      {"discipline", submission.discipline()},
      {"amount_fen", submission.amount_fen()},
      {"start_date", submission.start_date()},
      {"end_date", submission.end_date()},
      {"abstract", submission.abstract()},
      {"keywords",
       std::vector<std::string>(submission.keywords().begin(), submission.keywords().end())},
      {"form", answers},
      {"team", TeamJson(submission)},
      {"avoided_experts", std::vector<std::string>(submission.avoided_experts().begin(),
                                                   submission.avoided_experts().end())},
      {"attachments", AttachmentsJson(submission)}};
  return content.dump();
}

void MarkSent(const calls::v1::Call& call, const std::string& number, const std::string& sha256,
              Instant now, v1::Submission& draft) {
  auto& receipt = *draft.mutable_receipt();
  receipt.set_number(number);
  *receipt.mutable_submit_time() = ToProto(now);
  receipt.set_sha256(sha256);
  draft.set_state(v1::Submission::SUBMITTED);
  draft.set_status(StatusOf(draft.state(), call.endorsement_required(), /*on_notice=*/false));
  draft.clear_endorse_time();
  draft.clear_note();
  *draft.mutable_update_time() = ToProto(now);
  draft.set_etag(std::to_string(std::stoll(draft.etag()) + 1));
}

}  // namespace redpeak::submissions
