#include "services/calls/call_store.h"

#include <limits>

#include "services/base/names.h"

namespace redpeak::calls {
namespace {

const Statement kInsertCall{"calls.insert_call", R"(
  INSERT INTO calls (id, programme, title, year, state, opens_at, closes_at, guideline, form_schema,
                     rest, created_at)
  VALUES ($1, nullif($2, ''), $3, $4, $5, base.instant($6), base.instant($7), $8, $9, $10,
          base.instant($11))
  RETURNING version)"};

const Statement kWriteCall{"calls.write_call", R"(
  UPDATE calls
     SET programme = nullif($2, ''), title = $3, year = $4, state = $5, opens_at = base.instant($6),
         closes_at = base.instant($7), guideline = $8, form_schema = $9, rest = $10,
         version = version + 1
   WHERE id = $1
  RETURNING version)"};

const Statement kDeleteCall{"calls.delete_call", "DELETE FROM calls WHERE id = $1"};

const Statement kReadCall{"calls.read_call", R"(
  SELECT id, programme, title, year, state, base.micros(opens_at), base.micros(closes_at),
         base.micros(created_at), version, rest, guideline, form_schema
    FROM calls
   WHERE id = $1)"};

const Statement kReadCallForUpdate{"calls.read_call_for_update", R"(
  SELECT id, programme, title, year, state, base.micros(opens_at), base.micros(closes_at),
         base.micros(created_at), version, rest, guideline, form_schema
    FROM calls
   WHERE id = $1
     FOR UPDATE)"};

// The CASE says what StateAt says.
const Statement kListCalls{"calls.list_calls", R"(
  SELECT id, programme, title, year, state, base.micros(opens_at), base.micros(closes_at),
         base.micros(created_at), version, rest, '', ''
    FROM calls
   WHERE ($1 = '' OR programme = $1)
     AND ($2 = 0 OR year = $2)
     AND ($3 = '' OR $3 = CASE WHEN state <> 'PUBLISHED' THEN state
                               WHEN base.instant($4) < opens_at THEN 'PUBLISHED'
                               WHEN base.instant($4) < closes_at THEN 'OPEN'
                               ELSE 'CLOSED' END)
     AND (state <> 'DRAFT' OR $5 OR id = ANY ($6::text[]))
     AND (year, id) < ($7, $8)
   ORDER BY year DESC, id DESC
   LIMIT $9)"};

const Statement kReadTitles{"calls.read_titles", R"(
  SELECT id, title, state FROM calls WHERE id = ANY ($1::text[]))"};

constexpr const char* kAfterEveryId = "~";  // sorts after all that an id is made of

// The part of a call that has no column of its own.
std::string Rest(v1::Call call) {
  call.clear_name();
  call.clear_programme();
  call.clear_title();
  call.clear_year();
  call.clear_state();
  call.clear_opens_at();
  call.clear_closes_at();
  call.clear_guideline();
  call.clear_form_schema();
  call.clear_create_time();
  call.clear_etag();
  return call.SerializeAsString();
}

std::string StateColumn(v1::Call::State state) {
  const bool by_the_clock = state == v1::Call::OPEN || state == v1::Call::CLOSED;
  return v1::Call::State_Name(by_the_clock ? v1::Call::PUBLISHED : state);
}

using OptionalMicros = std::optional<int64_t>;

OptionalMicros MicrosOf(bool given, const google::protobuf::Timestamp& instant) {
  if (!given) return std::nullopt;
  return ToMicros(FromProto(instant));
}

template <typename... More>
void Store(Tx& tx, const Statement& statement, v1::Call& call, const More&... more) {
  const auto rows =
      tx.Run(statement, LastId(call.name()), LastId(call.programme()), call.title(), call.year(),
             StateColumn(call.state()), MicrosOf(call.has_opens_at(), call.opens_at()),
             MicrosOf(call.has_closes_at(), call.closes_at()), call.guideline(), call.form_schema(),
             Bytes(Rest(call)), more...);
  call.set_etag(rows[0][0].c_str());
}

v1::Call ToCall(const pqxx::row& row) {
  v1::Call call;
  call.ParseFromString(FromBytes(row[9]));
  call.set_name(MakeName("calls", row[0].c_str()));
  call.set_programme(MakeName("programmes", row[1].c_str()));
  call.set_title(row[2].c_str());
  call.set_year(row[3].as<int>());
  v1::Call::State state{};
  v1::Call::State_Parse(row[4].c_str(), &state);
  call.set_state(state);
  if (!row[5].is_null()) *call.mutable_opens_at() = ToProto(FromMicros(row[5].as<int64_t>()));
  if (!row[6].is_null()) *call.mutable_closes_at() = ToProto(FromMicros(row[6].as<int64_t>()));
  *call.mutable_create_time() = ToProto(FromMicros(row[7].as<int64_t>()));
  call.set_etag(row[8].c_str());
  call.set_guideline(row[10].c_str());
  call.set_form_schema(row[11].c_str());
  return call;
}

std::optional<v1::Call> First(const pqxx::result& rows) {
  if (rows.empty()) return std::nullopt;
  return ToCall(rows[0]);
}

}  // namespace

void InsertCall(Tx& tx, v1::Call& call) {
  Store(tx, kInsertCall, call, ToMicros(FromProto(call.create_time())));
}

void WriteCall(Tx& tx, v1::Call& call) { Store(tx, kWriteCall, call); }

void DeleteCall(Tx& tx, const std::string& id) { tx.Run(kDeleteCall, id); }

std::optional<v1::Call> ReadCall(Tx& tx, const std::string& id) {
  return First(tx.Run(kReadCall, id));
}

std::optional<v1::Call> ReadCallForUpdate(Tx& tx, const std::string& id) {
  return First(tx.Run(kReadCallForUpdate, id));
}

std::vector<v1::Call> ReadTitles(Tx& tx, const std::vector<std::string>& ids) {
  std::vector<v1::Call> calls;
  for (const auto& row : tx.Run(kReadTitles, ToArray(ids))) {
    auto& call = calls.emplace_back();
    call.set_name(MakeName("calls", row[0].c_str()));
    call.set_title(row[1].c_str());
    v1::Call::State state = v1::Call::STATE_UNSPECIFIED;
    v1::Call::State_Parse(row[2].c_str(), &state);
    call.set_state(state);
  }
  return calls;
}

std::vector<v1::Call> ListCalls(Tx& tx, const CallFilter& filter, const Page& page) {
  const bool any_state = filter.state == v1::Call::STATE_UNSPECIFIED;
  const int year = page.after.empty() ? std::numeric_limits<int>::max() : std::stoi(page.after[0]);
  const std::string id = page.after.empty() ? kAfterEveryId : page.after[1];
  std::vector<v1::Call> calls;
  for (const auto& row :
       tx.Run(kListCalls, filter.programme, filter.year,
              any_state ? std::string() : v1::Call::State_Name(filter.state), ToMicros(filter.now),
              filter.all_drafts, ToArray(filter.drafts), year, id, page.size + 1)) {
    calls.push_back(ToCall(row));
  }
  return calls;
}

}  // namespace redpeak::calls
