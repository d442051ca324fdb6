#include "services/base/events.h"

namespace redpeak {
namespace {

const Statement kReadEvents{"base.read_events", R"(
  SELECT id, base.micros(at), actor, subject, kind, detail, xid::text::bigint
    FROM base.events
   WHERE (xid, id) > ($1::text::xid8, $2::bigint) AND xid < pg_snapshot_xmin(pg_current_snapshot())
   ORDER BY xid, id
   LIMIT $3)"};

const Statement kListAllEvents{"base.list_events", R"(
  SELECT id, base.micros(at), actor, subject, kind, detail, 0
    FROM base.events
   WHERE id > $1
   ORDER BY id
   LIMIT $2)"};

const Statement kListSubjectEvents{"base.list_subject_events", R"(
  SELECT id, base.micros(at), actor, subject, kind, detail, 0
    FROM base.events
   WHERE (subject = $1 OR (subject >= $1 || '/' AND subject < $1 || '0')) AND id > $2
   ORDER BY id
   LIMIT $3)"};

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

std::vector<events::v1::Event> ListEvents(Tx& tx, const std::string& subject, int64_t after_id,
                                          int limit) {
  std::vector<events::v1::Event> events;
  const auto rows = subject.empty() ? tx.Run(kListAllEvents, after_id, limit)
                                    : tx.Run(kListSubjectEvents, subject, after_id, limit);
  for (const auto& row : rows) events.push_back(ToEvent(row));
  return events;
}

}  // namespace redpeak
