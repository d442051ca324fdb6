#include "services/approval/notice_store.h"

#include <google/protobuf/timestamp.pb.h>

#include <nlohmann/json.hpp>

#include "services/approval/notice.h"
#include "services/base/errors.h"
#include "services/base/names.h"

namespace redpeak::approval {
namespace {

using v1::Notice;

const Statement kInsertNotice{"approval.insert_notice", R"(
  INSERT INTO notices (id, call_id, proposal_id, title, published_at, ends_at, days, day_kind,
                       item_count)
  VALUES ($1, $2, $3, $4, base.instant($5), base.instant($6), $7, $8, $9))"};

const Statement kInsertItems{"approval.insert_notice_items", R"(
  INSERT INTO notice_items (notice_id, position, number, title, unit_name, leader_name, category,
                            amount_fen)
  SELECT $1, position, number, title, unit_name, leader_name, category, amount_fen
    FROM jsonb_to_recordset($2::jsonb) AS item (
      position integer, number text, title text, unit_name text, leader_name text, category text,
      amount_fen bigint))"};

const Statement kLockNotice{"approval.lock_notice", R"(
  SELECT FROM notices WHERE id = $1 FOR UPDATE)"};

const Statement kReadNotice{"approval.read_notice", R"(
  SELECT id, call_id, proposal_id, title, base.micros(published_at) AS published_at,
         base.micros(ends_at) AS ends_at, days, day_kind, item_count,
         closed_at IS NOT NULL AS closed, version
    FROM notices
   WHERE id = $1)"};

const Statement kListNotices{"approval.list_notices", R"(
  SELECT id, call_id, proposal_id, title, base.micros(published_at) AS published_at,
         base.micros(ends_at) AS ends_at, days, day_kind, item_count,
         closed_at IS NOT NULL AS closed, version
    FROM notices
   WHERE ($1 = '' OR id < $1)
   ORDER BY id DESC
   LIMIT $2)"};

const Statement kListNoticesOfCall{"approval.list_notices_of_call", R"(
  SELECT id, call_id, proposal_id, title, base.micros(published_at) AS published_at,
         base.micros(ends_at) AS ends_at, days, day_kind, item_count,
         closed_at IS NOT NULL AS closed, version
    FROM notices
   WHERE call_id = $1 AND ($2 = '' OR id < $2)
   ORDER BY id DESC
   LIMIT $3)"};

const Statement kReadItems{"approval.read_notice_items", R"(
  SELECT position, number, title, unit_name, leader_name, category, amount_fen, project_number
    FROM notice_items
   WHERE notice_id = $1
   ORDER BY position)"};

const Statement kFindItem{"approval.find_notice_item", R"(
  SELECT FROM notice_items WHERE notice_id = $1 AND number = $2)"};

const Statement kCloseNotice{"approval.close_notice", R"(
  WITH numbered AS (
    UPDATE notice_items AS item SET project_number = approved.project_number
      FROM unnest($2::text[], $3::text[]) AS approved (number, project_number)
     WHERE item.notice_id = $1 AND item.number = approved.number)
  UPDATE notices SET closed_at = base.instant($4), version = version + 1 WHERE id = $1)"};

KeptNotice ToNotice(const pqxx::row& row, Instant now) {
  KeptNotice kept;
  auto& notice = kept.notice;
  const auto end = FromMicros(row["ends_at"].as<int64_t>());
  notice.set_name(MakeName("notices", row["id"].as<std::string>()));
  notice.set_call(MakeName("calls", row["call_id"].as<std::string>()));
  notice.set_title(row["title"].as<std::string>());
  notice.set_state(StateAt(row["closed"].as<bool>(), end, now));
  *notice.mutable_publish_time() = ToProto(FromMicros(row["published_at"].as<int64_t>()));
  *notice.mutable_end_time() = ToProto(end);
  notice.set_days(row["days"].as<int>());
  auto kind = calls::v1::DAY_KIND_UNSPECIFIED;
  calls::v1::DayKind_Parse(row["day_kind"].as<std::string>(), &kind);
  notice.set_day_kind(kind);
  notice.set_item_count(row["item_count"].as<int>());
  notice.set_etag(row["version"].as<std::string>());
  kept.proposal = notice.call() + "/proposals/" + row["proposal_id"].as<std::string>();
  return kept;
}

nlohmann::json ToJson(const Notice::Item& item) {
  return {{"position", item.position()},
          {"number", item.number()},
          {"title", item.title()},
          {"unit_name", item.unit_name()},
          {"leader_name", item.leader_name()},
          {"category", item.category()},
          {"amount_fen", item.amount_fen()}};
}

Notice::Item ToItem(const pqxx::row& row) {
  Notice::Item item;
  item.set_position(row["position"].as<int>());
  item.set_number(row["number"].as<std::string>());
  item.set_title(row["title"].as<std::string>());
  item.set_unit_name(row["unit_name"].as<std::string>());
  item.set_leader_name(row["leader_name"].as<std::string>());
  item.set_category(row["category"].as<std::string>());
  item.set_amount_fen(row["amount_fen"].as<int64_t>());
  item.set_project_number(row["project_number"].as<std::string>());
  return item;
}

}  // namespace

void InsertNotice(Tx& tx, const KeptNotice& kept) {
  const auto& notice = kept.notice;
  tx.Run(kInsertNotice, LastId(notice.name()), LastId(notice.call()), LastId(kept.proposal),
         notice.title(), ToMicros(FromProto(notice.publish_time())),
         ToMicros(FromProto(notice.end_time())), notice.days(),
         calls::v1::DayKind_Name(notice.day_kind()), notice.item_count());
  auto json = nlohmann::json::array();
  for (const auto& item : notice.items()) json.push_back(ToJson(item));
  tx.Run(kInsertItems, LastId(notice.name()), json.dump());
}

Result<KeptNotice> ReadNotice(Tx& tx, const std::string& name, Instant now) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id, ParseId("notices", "name", name));
  const auto rows = tx.Run(kReadNotice, id);
  if (rows.empty()) return NotFound(name);
  return ToNotice(rows[0], now);
}

Result<KeptNotice> LockNotice(Tx& tx, const std::string& name, Instant now) {
  tx.Run(kLockNotice, LastId(name));
  return ReadNotice(tx, name, now);
}

std::vector<Notice::Item> ReadNoticeItems(Tx& tx, const std::string& notice) {
  std::vector<Notice::Item> items;
  for (const auto& row : tx.Run(kReadItems, LastId(notice))) items.push_back(ToItem(row));
  return items;
}

bool IsOnNotice(Tx& tx, const std::string& notice, const std::string& number) {
  return !tx.Run(kFindItem, LastId(notice), number).empty();
}

std::vector<Notice> ListNotices(Tx& tx, const std::string& call, const std::string& before,
                                int limit, Instant now) {
  const auto rows = call.empty() ? tx.Run(kListNotices, before, limit)
                                 : tx.Run(kListNoticesOfCall, LastId(call), before, limit);
  std::vector<Notice> notices;
  for (const auto& row : rows) notices.push_back(ToNotice(row, now).notice);
  return notices;
}

void CloseNotice(Tx& tx, const std::string& notice, const std::vector<Numbered>& approved,
                 Instant now) {
  std::vector<std::string> numbers;
  std::vector<std::string> project_numbers;
  for (const auto& [item, project_number] : approved) {
    numbers.push_back(item.number());
    project_numbers.push_back(project_number);
  }
  tx.Run(kCloseNotice, LastId(notice), ToArray(numbers), ToArray(project_numbers), ToMicros(now));
}

}  // namespace redpeak::approval
