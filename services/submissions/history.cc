#include "services/submissions/history.h"

#include <map>
#include <optional>

#include "services/submissions/life.h"

namespace redpeak::submissions {
namespace {

using events::v1::Detail;
using v1::HistoryEntry;

constexpr int kFirstForStaff = HistoryEntry::CHECKED;

// What is not here, such as each saving of a draft, is no history.
std::optional<HistoryEntry::Action> ActionOf(const std::string& action) {
  static const std::map<std::string, HistoryEntry::Action> actions = {
      {"created", HistoryEntry::CREATED},
      {"returned", HistoryEntry::RETURNED},
      {"endorsed", HistoryEntry::ENDORSED},
      {"withdrawn", HistoryEntry::WITHDRAWN},
      {"checked", HistoryEntry::CHECKED},
      {"start_review", HistoryEntry::REVIEW_STARTED},
      {"record_score", HistoryEntry::REVIEWED},
      {"propose", HistoryEntry::PROPOSED},
      {"do_not_propose", HistoryEntry::NOT_PROPOSED},
      {"unpropose", HistoryEntry::UNPROPOSED},
      {"put_on_notice", HistoryEntry::PUT_ON_NOTICE},
      {"approve", HistoryEntry::APPROVED},
      {"do_not_approve", HistoryEntry::NOT_APPROVED}};
  const auto found = actions.find(action);
  if (found == actions.end()) return std::nullopt;
  return found->second;
}

// By what was done, for events that do not tell who acted.
HistoryEntry::Party PartyOf(const events::v1::SubmissionChanged& changed) {
  static const std::map<std::string, HistoryEntry::Party> parties = {
      {"applicant", HistoryEntry::APPLICANT},
      {"unit", HistoryEntry::UNIT},
      {"office", HistoryEntry::OFFICE},
      {"system", HistoryEntry::SYSTEM}};
  const auto told = parties.find(changed.party());
  if (told != parties.end()) return told->second;
  if (changed.action() == "created" || changed.action() == "withdrawn") {
    return HistoryEntry::APPLICANT;
  }
  if (changed.action() == "endorsed") return HistoryEntry::UNIT;
  if (changed.action() == "checked") return HistoryEntry::OFFICE;
  return changed.action() == "returned" ? HistoryEntry::PARTY_UNSPECIFIED : HistoryEntry::SYSTEM;
}

std::optional<HistoryEntry> EntryOf(const events::v1::SubmissionChanged& changed) {
  const auto action = ActionOf(changed.action());
  if (!action) return std::nullopt;
  HistoryEntry entry;
  entry.set_action(*action);
  State state = v1::Submission::STATE_UNSPECIFIED;
  v1::Submission::State_Parse(changed.state(), &state);
  entry.set_state(state);
  entry.set_reason(changed.reason());
  entry.set_party(PartyOf(changed));
  return entry;
}

HistoryEntry EntryOf(const events::v1::FormalityChecked& checked) {
  HistoryEntry entry;
  entry.set_action(checked.accepted() ? HistoryEntry::ACCEPTED : HistoryEntry::REFUSED);
  entry.set_state(checked.accepted() ? v1::Submission::ACCEPTED : v1::Submission::REFUSED);
  *entry.mutable_refusal_reasons() = checked.reasons();
  entry.set_party(HistoryEntry::OFFICE);
  return entry;
}

std::optional<HistoryEntry> EntryOf(const Detail& detail) {
  switch (detail.kind_case()) {
    case Detail::kSubmissionChanged:
      return EntryOf(detail.submission_changed());
    case Detail::kFormalityChecked:
      return EntryOf(detail.formality_checked());
    case Detail::kSubmissionSubmitted: {
      HistoryEntry entry;
      entry.set_action(HistoryEntry::SUBMITTED);
      entry.set_state(v1::Submission::SUBMITTED);
      entry.set_party(HistoryEntry::APPLICANT);
      return entry;
    }
    default:
      return std::nullopt;
  }
}

// Takes out what only staff may know. False: the whole entry.
bool HideFromOthers(const Audiences& reader, Happening& happening) {
  auto& entry = happening.entry;
  if (reader.Contains(Audience::STAFF)) return true;
  if (entry.action() >= kFirstForStaff) return false;
  entry.clear_state();
  if (entry.party() != HistoryEntry::APPLICANT && entry.party() != HistoryEntry::UNIT) {
    happening.actor.clear();
  }
  if (entry.action() == HistoryEntry::ENDORSED && !reader.Contains(Audience::UNIT)) {
    entry.clear_reason();
  }
  return true;
}

}  // namespace

std::vector<Happening> HistoryOf(const std::vector<events::v1::Event>& events,
                                 bool endorsement_required, const Audiences& reader) {
  std::vector<Happening> history;
  bool on_notice = false;
  for (const auto& event : events) {
    auto entry = EntryOf(event.detail());
    if (!entry) continue;
    if (entry->action() == HistoryEntry::PUT_ON_NOTICE) on_notice = true;
    if (entry->action() == HistoryEntry::UNPROPOSED) on_notice = false;
    entry->set_status(StatusOf(entry->state(), endorsement_required, on_notice));
    *entry->mutable_time() = event.time();
    Happening happening{std::move(*entry), event.actor()};
    if (HideFromOthers(reader, happening)) history.push_back(std::move(happening));
  }
  return history;
}

}  // namespace redpeak::submissions
