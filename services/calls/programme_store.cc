#include "services/calls/programme_store.h"

#include "services/base/names.h"

namespace redpeak::calls {
namespace {

const Statement kInsertProgramme{"calls.insert_programme", R"(
  INSERT INTO programmes (id, display_name, kind, created_at)
  VALUES ($1, $2, $3, base.instant($4)))"};

const Statement kFindProgramme{"calls.find_programme", "SELECT FROM programmes WHERE id = $1"};

const Statement kListProgrammes{"calls.list_programmes", R"(
  SELECT id, display_name, kind, version FROM programmes WHERE id > $1 ORDER BY id LIMIT $2)"};

v1::Programme ToProgramme(const pqxx::row& row) {
  v1::Programme programme;
  programme.set_name(MakeName("programmes", row[0].c_str()));
  programme.set_display_name(row[1].c_str());
  v1::Programme::Kind kind{};
  v1::Programme::Kind_Parse(row[2].c_str(), &kind);
  programme.set_kind(kind);
  programme.set_etag(row[3].c_str());
  return programme;
}

}  // namespace

void InsertProgramme(Tx& tx, const v1::Programme& programme, Instant now) {
  tx.Run(kInsertProgramme, LastId(programme.name()), programme.display_name(),
         v1::Programme::Kind_Name(programme.kind()), ToMicros(now));
}

bool ProgrammeExists(Tx& tx, const std::string& id) { return !tx.Run(kFindProgramme, id).empty(); }

std::vector<v1::Programme> ListProgrammes(Tx& tx, const Page& page) {
  std::vector<v1::Programme> programmes;
  const std::string after = page.after.empty() ? "" : page.after[0];
  for (const auto& row : tx.Run(kListProgrammes, after, page.size + 1)) {
    programmes.push_back(ToProgramme(row));
  }
  return programmes;
}

}  // namespace redpeak::calls
