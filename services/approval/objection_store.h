#pragma once

#include <string>
#include <vector>

#include "redpeak/approval/v1/approval.pb.h"
#include "services/base/db.h"
#include "services/base/status.h"

namespace redpeak::approval {

// Writes a new objection of the name that it bears.
void InsertObjection(Tx& tx, const v1::Objection& objection);

// By name (notices/{notice}/objections/{objection}); NOT_FOUND.
Result<v1::Objection> ReadObjection(Tx& tx, const std::string& name);
// The same, locked until the end of the transaction.
Result<v1::Objection> LockObjection(Tx& tx, const std::string& name);

// Oldest first: at most `limit` with an id after `after`.
std::vector<v1::Objection> ListObjections(Tx& tx, const std::string& notice,
                                          const std::string& after, int limit);

struct ObjectionCount {
  int all = 0;
  int open = 0;  // not answered
};
ObjectionCount CountObjections(Tx& tx, const std::string& notice);

// Writes state, answer and its time, and sets the new etag.
void UpdateObjection(Tx& tx, v1::Objection& objection);

}  // namespace redpeak::approval
