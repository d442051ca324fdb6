#include "services/base/events.h"

namespace redpeak {
namespace {

const Statement kReadEvents{"base.read_events", R"(
  SELECT id, base.micros(at), actor, subject, kind, detail, xid::text::bigint
    FROM base.events
   WHERE (xid, id) > ($1::text::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY xid, id
   LIMIT $3)"};

// Planned for the values of each request: conditions that are not set fall away, and for what is
// left there is an index.
const std::string kFiltered = R"(
  SELECT id, base.micros(at), actor, subject, kind, detail, 0
    FROM base.events
   WHERE ($1 = '' OR subject COLLATE "C" = $1
          OR (subject COLLATE "C" >= $1 || '/' AND subject COLLATE "C" < $1 || '0'))
         AND ($2 = '' OR kind = $2)
         AND ($3 = '' OR actor = $3)
         AND ($4::bigint = 0 OR id > $4)
         AND ($5::bigint IS NULL OR at >= base.instant($5))
         AND ($6::bigint IS NULL OR at < base.instant($6)))";

const std::string kOldestFirstSql = kFiltered + R"(
         AND ($7::bigint IS NULL OR (at, id) > (base.instant($7), $8::bigint))
   ORDER BY at, id
   LIMIT $9)";
const Statement kOldestFirst{"base.list_events", kOldestFirstSql.c_str()};

const std::string kNewestFirstSql = kFiltered + R"(
         AND ($7::bigint IS NULL OR (at, id) < (base.instant($7), $8::bigint))
   ORDER BY at DESC, id DESC
   LIMIT $9)";
const Statement kNewestFirst{"base.list_newest_events", kNewestFirstSql.c_str()};

std::optional<int64_t> MicrosOf(const std::optional<Instant>& instant) {
  if (!instant) return std::nullopt;
  return ToMicros(*instant);
}

events::v1::Event ToEvent(const pqxx::row& row) {
  events::v1::Event event;
  event.set_id(row[0].as<int64_t>());
  *event.mutable_time() = ToProto(FromMicros(row[1].as<int64_t>()));
  event.set_actor(row[2].c_str());
  event.set_subject(row[3].c_str());
  event.set_kind(row[4].c_str());
  event.mutable_detail()->ParseFromString(FromBytes(row[5]));
  return event;
}

}  // namespace

std::string KindOf(const events::v1::Detail& detail) {
  const auto* oneof = events::v1::Detail::descriptor()->oneof_decl(0);
  const auto* field = detail.GetReflection()->GetOneofFieldDescriptor(detail, oneof);
  return field == nullptr ? "" : field->name();
}

std::vector<PlacedEvent> ReadEvents(Tx& tx, EventPosition after, int limit) {
  std::vector<PlacedEvent> events;
  for (const auto& row : tx.Run(kReadEvents, after.xid, after.id, limit)) {
    events.push_back({{row[6].as<int64_t>(), row[0].as<int64_t>()}, ToEvent(row)});
  }
  return events;
}

std::vector<events::v1::Event> ListEvents(Tx& tx, const EventFilter& filter,
                                          const std::optional<EventKey>& after, int limit) {
  const auto after_time = after ? std::make_optional(ToMicros(after->time)) : std::nullopt;
  const auto rows =
      tx.RunPlanned(filter.newest_first ? kNewestFirst : kOldestFirst, filter.subject, filter.kind,
                    filter.actor, filter.after_id, MicrosOf(filter.since), MicrosOf(filter.before),
                    after_time, after ? after->id : 0, limit);
  std::vector<events::v1::Event> events;
  for (const auto& row : rows) events.push_back(ToEvent(row));
  return events;
}

}  // namespace redpeak
