#include "services/approval/proposal_store.h"

#include <google/protobuf/timestamp.pb.h>

#include <limits>
#include <nlohmann/json.hpp>
#include <optional>

#include "services/base/clock.h"
#include "services/base/errors.h"
#include "services/base/names.h"

namespace redpeak::approval {
namespace {

using v1::Proposal;
using v1::ProposalItem;

const Statement kInsertProposal{"approval.insert_proposal", R"(
  INSERT INTO proposals (id, call_id, state, funded_count, budget_fen, proposed_count, proposed_fen,
                         ties_at_line, tie_rule, prepared_by, created_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8::text[], $9, $10::text[], base.instant($11)))"};

const Statement kInsertItems{"approval.insert_items", R"(
  INSERT INTO items (proposal_id, position, submission_id, rank, mean, spread, by_ranking, proposed,
                     removal, title, number, category, amount_fen, leader_id, leader_name, unit_id,
                     unit_name)
  SELECT $1, position, submission_id, rank, mean, spread, by_ranking, proposed, removal, title,
         number, category, amount_fen, leader_id, leader_name, unit_id, unit_name
    FROM jsonb_to_recordset($2::jsonb) AS item (
      position integer, submission_id text, rank integer, mean double precision,
      spread double precision, by_ranking boolean, proposed boolean, removal text, title text,
      number text, category text, amount_fen bigint, leader_id text, leader_name text, unit_id text,
      unit_name text))"};

const Statement kLockProposal{"approval.lock_proposal", R"(
  SELECT FROM proposals WHERE id = $1 FOR UPDATE)"};

// One proposal of the call, or all of them.
const Statement kReadProposals{"approval.read_proposals", R"(
  SELECT id, call_id, state, funded_count, budget_fen, proposed_count, proposed_fen, ties_at_line,
         tie_rule, prepared_by, coalesce(signed_by, '') AS signed_by, sign_name,
         base.micros(signed_at) AS signed_at, coalesce(notice_id, '') AS notice_id,
         base.micros(created_at) AS created_at, version
    FROM proposals
   WHERE call_id = $1 AND ($2 = '' OR id = $2)
   ORDER BY id DESC
   LIMIT $3)"};

const Statement kFindLiving{"approval.find_living_proposals", R"(
  SELECT id FROM proposals WHERE call_id = $1 AND state <> 'WITHDRAWN')"};

const Statement kUpdateProposal{"approval.update_proposal", R"(
  UPDATE proposals
     SET state = $2, proposed_count = $3, proposed_fen = $4, prepared_by = $5::text[],
         signed_by = nullif($6, ''), sign_name = $7, signed_at = base.instant($8),
         notice_id = nullif($9, ''), version = version + 1
   WHERE id = $1
  RETURNING version)"};

const Statement kListItems{"approval.list_items", R"(
  SELECT position, submission_id, rank, mean, spread, by_ranking, proposed, exception_reason,
         removal, title, number, category, amount_fen, leader_id, leader_name, unit_id, unit_name
    FROM items
   WHERE proposal_id = $1 AND position > $2 AND (proposed OR NOT $3)
   ORDER BY position
   LIMIT $4)"};

const Statement kUpdateItem{"approval.update_item", R"(
  UPDATE items SET proposed = $3, exception_reason = $4, removal = $5
   WHERE proposal_id = $1 AND submission_id = $2)"};

std::string RemovalText(const ProposalItem& item) {
  if (item.removal() == ProposalItem::REMOVAL_UNSPECIFIED) return {};
  return ProposalItem::Removal_Name(item.removal());
}

nlohmann::json ToJson(const ProposalItem& item, int position) {
  return {{"position", position},
          {"submission_id", LastId(item.submission())},
          {"rank", item.rank()},
          {"mean", item.mean()},
          {"spread", item.spread()},
          {"by_ranking", item.by_ranking()},
          {"proposed", item.proposed()},
          {"removal", RemovalText(item)},
          {"title", item.title()},
          {"number", item.number()},
          {"category", item.category()},
          {"amount_fen", item.amount_fen()},
          {"leader_id", LastId(item.leader())},
          {"leader_name", item.leader_name()},
          {"unit_id", LastId(item.unit())},
          {"unit_name", item.unit_name()}};
}

PlacedItem ToItem(const pqxx::row& row) {
  PlacedItem placed;
  placed.position = row["position"].as<int>();
  auto& item = placed.item;
  item.set_submission(MakeName("submissions", row["submission_id"].as<std::string>()));
  item.set_rank(row["rank"].as<int>());
  item.set_mean(row["mean"].as<double>());
  item.set_spread(row["spread"].as<double>());
  item.set_by_ranking(row["by_ranking"].as<bool>());
  item.set_proposed(row["proposed"].as<bool>());
  item.set_exception_reason(row["exception_reason"].as<std::string>());
  ProposalItem::Removal removal = ProposalItem::REMOVAL_UNSPECIFIED;
  ProposalItem::Removal_Parse(row["removal"].as<std::string>(), &removal);
  item.set_removal(removal);
  item.set_title(row["title"].as<std::string>());
  item.set_number(row["number"].as<std::string>());
  item.set_category(row["category"].as<std::string>());
  item.set_amount_fen(row["amount_fen"].as<int64_t>());
  item.set_leader(MakeName("people", row["leader_id"].as<std::string>()));
  item.set_leader_name(row["leader_name"].as<std::string>());
  item.set_unit(MakeName("organisations", row["unit_id"].as<std::string>()));
  item.set_unit_name(row["unit_name"].as<std::string>());
  return placed;
}

void SetLimit(const pqxx::row& row, Proposal& proposal) {
  if (!row["funded_count"].is_null()) proposal.set_funded_count(row["funded_count"].as<int>());
  if (!row["budget_fen"].is_null()) proposal.set_budget_fen(row["budget_fen"].as<int64_t>());
}

std::string NameOf(const std::string& call, const std::string& id) {
  return call + "/proposals/" + id;
}

KeptProposal ToProposal(const pqxx::row& row) {
  KeptProposal kept;
  auto& proposal = kept.proposal;
  proposal.set_call(MakeName("calls", row["call_id"].as<std::string>()));
  proposal.set_name(NameOf(proposal.call(), row["id"].as<std::string>()));
  Proposal::State state = Proposal::STATE_UNSPECIFIED;
  Proposal::State_Parse(row["state"].as<std::string>(), &state);
  proposal.set_state(state);
  SetLimit(row, proposal);
  proposal.set_proposed_count(row["proposed_count"].as<int>());
  proposal.set_proposed_fen(row["proposed_fen"].as<int64_t>());
  for (const auto& id : FromArray(row["ties_at_line"])) {
    proposal.add_ties_at_line(MakeName("submissions", id));
  }
  proposal.set_tie_rule(row["tie_rule"].as<std::string>());
  proposal.set_sign_name(row["sign_name"].as<std::string>());
  if (!row["signed_at"].is_null()) {
    *proposal.mutable_sign_time() = ToProto(FromMicros(row["signed_at"].as<int64_t>()));
  }
  proposal.set_notice(MakeName("notices", row["notice_id"].as<std::string>()));
  *proposal.mutable_create_time() = ToProto(FromMicros(row["created_at"].as<int64_t>()));
  proposal.set_etag(row["version"].as<std::string>());
  kept.prepared_by = FromArray(row["prepared_by"]);
  kept.signed_by = row["signed_by"].as<std::string>();
  return kept;
}

std::vector<std::string> TieIds(const Proposal& proposal) {
  std::vector<std::string> ids;
  for (const auto& name : proposal.ties_at_line()) ids.push_back(LastId(name));
  return ids;
}

void InsertItems(Tx& tx, const std::string& proposal, const std::vector<ProposalItem>& items) {
  auto json = nlohmann::json::array();
  for (const auto& item : items) json.push_back(ToJson(item, static_cast<int>(json.size()) + 1));
  tx.Run(kInsertItems, LastId(proposal), json.dump());
}

}  // namespace

void InsertProposal(Tx& tx, const KeptProposal& kept, const std::vector<ProposalItem>& items) {
  const auto& proposal = kept.proposal;
  std::optional<int32_t> funded_count;
  std::optional<int64_t> budget_fen;
  if (proposal.has_funded_count()) funded_count = proposal.funded_count();
  if (proposal.has_budget_fen()) budget_fen = proposal.budget_fen();
  tx.Run(kInsertProposal, LastId(proposal.name()), LastId(proposal.call()),
         Proposal::State_Name(proposal.state()), funded_count, budget_fen,
         proposal.proposed_count(), proposal.proposed_fen(), ToArray(TieIds(proposal)),
         proposal.tie_rule(), ToArray(kept.prepared_by),
         ToMicros(FromProto(proposal.create_time())));
  InsertItems(tx, proposal.name(), items);
}

Result<KeptProposal> ReadProposal(Tx& tx, const std::string& name, Lock lock) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids, ParseName("calls/{}/proposals/{}", "name", name));
  if (lock == Lock::kForUpdate) tx.Run(kLockProposal, ids[1]);
  const auto rows = tx.Run(kReadProposals, ids[0], ids[1], 1);
  if (rows.empty()) return NotFound(name);
  return ToProposal(rows[0]);
}

std::vector<std::string> FindLivingProposals(Tx& tx, const std::string& call) {
  std::vector<std::string> names;
  for (const auto& row : tx.Run(kFindLiving, LastId(call))) {
    names.push_back(NameOf(call, row[0].as<std::string>()));
  }
  return names;
}

std::vector<Proposal> ListProposals(Tx& tx, const std::string& call) {
  std::vector<Proposal> proposals;
  for (const auto& row : tx.Run(kReadProposals, LastId(call), "", kProposalsMax)) {
    proposals.push_back(ToProposal(row).proposal);
  }
  return proposals;
}

void UpdateProposal(Tx& tx, KeptProposal& kept) {
  auto& proposal = kept.proposal;
  std::optional<int64_t> signed_at;
  if (proposal.has_sign_time()) signed_at = ToMicros(FromProto(proposal.sign_time()));
  const auto rows =
      tx.Run(kUpdateProposal, LastId(proposal.name()), Proposal::State_Name(proposal.state()),
             proposal.proposed_count(), proposal.proposed_fen(), ToArray(kept.prepared_by),
             kept.signed_by, proposal.sign_name(), signed_at, LastId(proposal.notice()));
  proposal.set_etag(rows[0][0].as<std::string>());
}

std::vector<PlacedItem> ListItems(Tx& tx, const std::string& proposal, bool proposed_only,
                                  int after, int limit) {
  std::vector<PlacedItem> items;
  for (const auto& row : tx.Run(kListItems, LastId(proposal), after, proposed_only, limit)) {
    items.push_back(ToItem(row));
  }
  return items;
}

std::vector<ProposalItem> ReadItems(Tx& tx, const std::string& proposal) {
  std::vector<ProposalItem> items;
  for (auto& placed : ListItems(tx, proposal, false, 0, std::numeric_limits<int>::max())) {
    items.push_back(std::move(placed.item));
  }
  return items;
}

void UpdateItem(Tx& tx, const std::string& proposal, const ProposalItem& item) {
  tx.Run(kUpdateItem, LastId(proposal), LastId(item.submission()), item.proposed(),
         item.exception_reason(), RemovalText(item));
}

}  // namespace redpeak::approval
