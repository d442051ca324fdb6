#include "services/approval/objection_store.h"

#include <google/protobuf/timestamp.pb.h>

#include "services/base/clock.h"
#include "services/base/errors.h"
#include "services/base/names.h"

namespace redpeak::approval {
namespace {

using v1::Objection;

const Statement kInsertObjection{"approval.insert_objection", R"(
  INSERT INTO objections (notice_id, id, state, submission_number, real_name, contact, unit_name,
                          body, filed_at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8, base.instant($9)))"};

const Statement kLockObjection{"approval.lock_objection", R"(
  SELECT FROM objections WHERE notice_id = $1 AND id = $2 FOR UPDATE)"};

// One objection to the notice, or those after an id.
const Statement kReadObjections{"approval.read_objections", R"(
  SELECT objection.notice_id, objection.id, notice.call_id, state, submission_number, real_name,
         contact, unit_name, body, answer, base.micros(filed_at) AS filed_at,
         base.micros(answered_at) AS answered_at, objection.version
    FROM objections AS objection JOIN notices AS notice ON notice.id = objection.notice_id
   WHERE objection.notice_id = $1 AND ($2 = '' OR objection.id = $2) AND objection.id > $3
   ORDER BY objection.id
   LIMIT $4)"};

const Statement kCountObjections{"approval.count_objections", R"(
  SELECT count(*), count(*) FILTER (WHERE state = 'FILED') FROM objections WHERE notice_id = $1)"};

const Statement kUpdateObjection{"approval.update_objection", R"(
  UPDATE objections
     SET state = $3, answer = $4, answered_at = base.instant($5), version = version + 1
   WHERE notice_id = $1 AND id = $2
  RETURNING version)"};

std::string NoticeIdOf(const Objection& objection) {
  const auto& name = objection.name();
  return LastId(std::string_view(name).substr(0, name.find("/objections/")));
}

Objection ToObjection(const pqxx::row& row) {
  Objection objection;
  objection.set_name(MakeName("notices", row["notice_id"].as<std::string>()) + "/objections/" +
                     row["id"].as<std::string>());
  Objection::State state = Objection::STATE_UNSPECIFIED;
  Objection::State_Parse(row["state"].as<std::string>(), &state);
  objection.set_state(state);
  objection.set_call(MakeName("calls", row["call_id"].as<std::string>()));
  objection.set_submission_number(row["submission_number"].as<std::string>());
  objection.set_real_name(row["real_name"].as<std::string>());
  objection.set_contact(row["contact"].as<std::string>());
  objection.set_unit_name(row["unit_name"].as<std::string>());
  objection.set_text(row["body"].as<std::string>());
  objection.set_answer(row["answer"].as<std::string>());
  *objection.mutable_file_time() = ToProto(FromMicros(row["filed_at"].as<int64_t>()));
  if (!row["answered_at"].is_null()) {
    *objection.mutable_answer_time() = ToProto(FromMicros(row["answered_at"].as<int64_t>()));
  }
  objection.set_etag(row["version"].as<std::string>());
  return objection;
}

}  // namespace

void InsertObjection(Tx& tx, const Objection& objection) {
  tx.Run(kInsertObjection, NoticeIdOf(objection), LastId(objection.name()),
         Objection::State_Name(objection.state()), objection.submission_number(),
         objection.real_name(), objection.contact(), objection.unit_name(), objection.text(),
         ToMicros(FromProto(objection.file_time())));
}

Result<Objection> ReadObjection(Tx& tx, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids, ParseName("notices/{}/objections/{}", "name", name));
  const auto rows = tx.Run(kReadObjections, ids[0], ids[1], "", 1);
  if (rows.empty()) return NotFound(name);
  return ToObjection(rows[0]);
}

Result<Objection> LockObjection(Tx& tx, const std::string& name) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids, ParseName("notices/{}/objections/{}", "name", name));
  tx.Run(kLockObjection, ids[0], ids[1]);
  return ReadObjection(tx, name);
}

std::vector<Objection> ListObjections(Tx& tx, const std::string& notice, const std::string& after,
                                      int limit) {
  std::vector<Objection> objections;
  for (const auto& row : tx.Run(kReadObjections, LastId(notice), "", after, limit)) {
    objections.push_back(ToObjection(row));
  }
  return objections;
}

ObjectionCount CountObjections(Tx& tx, const std::string& notice) {
  const auto rows = tx.Run(kCountObjections, LastId(notice));
  return {rows[0][0].as<int>(), rows[0][1].as<int>()};
}

void UpdateObjection(Tx& tx, Objection& objection) {
  const auto rows = tx.Run(kUpdateObjection, NoticeIdOf(objection), LastId(objection.name()),
                           Objection::State_Name(objection.state()), objection.answer(),
                           ToMicros(FromProto(objection.answer_time())));
  objection.set_etag(rows[0][0].as<std::string>());
}

}  // namespace redpeak::approval
