#include "services/notifications/message_store.h"

#include "services/base/crypto.h"
#include "services/base/names.h"

namespace redpeak::notifications {
namespace {

using v1::Message;

const Statement kInsert{"notifications.insert_messages", R"(
  INSERT INTO messages AS kept (id, person, news, kind, count, content)
  SELECT id, person, news, kind, count, decode(content, 'hex')
    FROM unnest($1::text[], $2::text[], $3::text[], $4::text[], $5::integer[], $6::text[])
         AS new (id, person, news, kind, count, content)
      ON CONFLICT (person, news) DO UPDATE SET count = kept.count + EXCLUDED.count
   WHERE EXCLUDED.kind IN ('REVIEWS_ASSIGNED', 'REVIEWS_CANCELLED'))"};

const Statement kList{"notifications.list_messages", R"(
  SELECT id, kind, count, content, base.micros(read_at)
    FROM messages
   WHERE person = $1 AND ($2 = '' OR id < $2)
   ORDER BY id DESC
   LIMIT $3)"};

const Statement kListUnread{"notifications.list_unread_messages", R"(
  SELECT id, kind, count, content, base.micros(read_at)
    FROM messages
   WHERE person = $1 AND read_at IS NULL AND ($2 = '' OR id < $2)
   ORDER BY id DESC
   LIMIT $3)"};

const Statement kCountUnread{"notifications.count_unread", R"(
  SELECT count(*)
    FROM (SELECT FROM messages WHERE person = $1 AND read_at IS NULL LIMIT 1000) AS unread)"};

const Statement kFindStranger{"notifications.find_stranger", R"(
  SELECT id
    FROM unnest($2::text[]) WITH ORDINALITY AS asked (id, place)
   WHERE NOT EXISTS (SELECT FROM messages WHERE messages.id = asked.id AND person = $1)
   ORDER BY place
   LIMIT 1)"};

const Statement kMarkRead{"notifications.mark_read", R"(
  UPDATE messages SET read_at = base.instant($3)
   WHERE person = $1 AND id = ANY ($2::text[]) AND read_at IS NULL)"};

const Statement kMarkReadUpTo{"notifications.mark_read_up_to", R"(
  UPDATE messages SET read_at = base.instant($3)
   WHERE person = $1 AND id <= $2 AND read_at IS NULL)"};

Message ToMessage(const pqxx::row& row) {
  Message message;
  message.ParseFromString(FromBytes(row[3]));
  message.set_name(MakeName("messages", row[0].c_str()));
  Message::Kind kind = Message::KIND_UNSPECIFIED;
  Message::Kind_Parse(row[1].c_str(), &kind);
  message.set_kind(kind);
  message.set_count(row[2].as<int>());
  if (!row[4].is_null()) *message.mutable_read_time() = ToProto(FromMicros(row[4].as<int64_t>()));
  return message;
}

std::string ContentOf(Message message) {
  message.clear_kind();
  message.clear_count();
  return Hex(message.SerializeAsString());
}

}  // namespace

void InsertMessages(Tx& tx, const std::vector<Addressed>& messages, IdSource& ids, Instant now) {
  if (messages.empty()) return;
  std::vector<std::string> names, people, news, kinds, counts, contents;
  for (const auto& [person, told, message] : messages) {
    names.push_back(ids.NewId(now));
    people.push_back(LastId(person));
    news.push_back(told);
    kinds.push_back(Message::Kind_Name(message.kind()));
    counts.push_back(std::to_string(message.count()));
    contents.push_back(ContentOf(message));
  }
  tx.Run(kInsert, ToArray(names), ToArray(people), ToArray(news), ToArray(kinds), ToArray(counts),
         ToArray(contents));
}

std::vector<Message> ListMessages(Tx& tx, const std::string& person, bool unread_only,
                                  const std::string& before, int limit) {
  std::vector<Message> messages;
  for (const auto& row : tx.Run(unread_only ? kListUnread : kList, person, before, limit)) {
    messages.push_back(ToMessage(row));
  }
  return messages;
}

int CountUnread(Tx& tx, const std::string& person) {
  return tx.Run(kCountUnread, person)[0][0].as<int>();
}

std::optional<std::string> FindStranger(Tx& tx, const std::string& person,
                                        const std::vector<std::string>& ids) {
  const auto rows = tx.Run(kFindStranger, person, ToArray(ids));
  if (rows.empty()) return std::nullopt;
  return rows[0][0].c_str();
}

void MarkRead(Tx& tx, const std::string& person, const std::vector<std::string>& ids, Instant now) {
  tx.Run(kMarkRead, person, ToArray(ids), ToMicros(now));
}

void MarkReadUpTo(Tx& tx, const std::string& person, const std::string& id, Instant now) {
  tx.Run(kMarkReadUpTo, person, id, ToMicros(now));
}

}  // namespace redpeak::notifications
