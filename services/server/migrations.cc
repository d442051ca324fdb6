#include "services/server/migrations.h"

#include <map>
#include <pqxx/pqxx>

#include "services/base/crypto.h"
#include "services/base/log.h"

namespace redpeak::server {
namespace {

// One lock for all who migrate: any number will do, if it is always the same.
constexpr char kLock[] = "SELECT pg_advisory_xact_lock(7070)";

constexpr char kCreateTable[] = R"(
  CREATE TABLE IF NOT EXISTS public.migrations (
    name text PRIMARY KEY,
    sha256 text NOT NULL,
    applied_at timestamptz NOT NULL DEFAULT now());
  GRANT SELECT ON public.migrations TO public)";

constexpr char kReadApplied[] = "SELECT name, sha256 FROM public.migrations";
constexpr char kRecord[] = "INSERT INTO public.migrations (name, sha256) VALUES ($1, $2)";

Failure Unusable(const std::string& why) {
  return Failure({Code::kFailedPrecondition, "INTERNAL", why});
}

std::map<std::string, std::string> ReadApplied(pqxx::transaction_base& tx) {
  std::map<std::string, std::string> applied;
  for (const auto& row : tx.exec(kReadApplied)) applied[row[0].c_str()] = row[1].c_str();
  return applied;
}

// Applies one unless it is there. True: it was applied.
Result<bool> Apply(pqxx::connection& connection, const Migration& migration) {
  pqxx::work tx(connection);
  tx.exec(kLock);
  const auto applied = ReadApplied(tx);
  const std::string name(migration.name);
  const auto hash = Hex(Sha256(migration.sql));
  if (const auto it = applied.find(name); it != applied.end()) {
    if (it->second != hash) return Unusable("migration " + name + " differs from the one applied");
    return false;
  }
  tx.exec(std::string(migration.sql));
  tx.exec_params(kRecord, name, hash);
  tx.commit();
  Log(LogLevel::kInfo, "migrated", {{"migration", name}});
  return true;
}

}  // namespace

Result<int> Migrate(const std::string& dsn) try {
  pqxx::connection connection(dsn);
  {
    pqxx::work tx(connection);
    tx.exec(kLock);
    tx.exec("SET LOCAL client_min_messages = warning");
    tx.exec(kCreateTable);
    tx.commit();
  }
  int count = 0;
  for (const auto& migration : AllMigrations()) {
    REDPEAK_ASSIGN_OR_RETURN(const bool applied, Apply(connection, migration));
    if (applied) ++count;
  }
  return count;
} catch (const std::exception& e) {
  return Unusable(std::string("the database could not be migrated: ") + e.what());
}

Result<void> CheckMigrated(const std::string& dsn) try {
  pqxx::connection connection(dsn);
  pqxx::nontransaction tx(connection);
  const auto applied = ReadApplied(tx);
  for (const auto& migration : AllMigrations()) {
    if (!applied.contains(std::string(migration.name))) {
      return Unusable("the database lacks migration " + std::string(migration.name) +
                      "; run redpeakd migrate");
    }
  }
  return {};
} catch (const std::exception& e) {
  return Unusable(std::string("the database cannot be used: ") + e.what());
}

}  // namespace redpeak::server
