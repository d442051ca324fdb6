#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak::server {

struct Migration {
  std::string_view name;  // 0001_create_base
  std::string_view sql;
};

// The files of migrations/, in order; they are compiled in.
const std::vector<Migration>& AllMigrations();

// Applies those that a database lacks, each in its own transaction, under a lock, as the owner of
// the schemas. Returns how many. FAILED_PRECONDITION where an applied one differs from the file of
// its name.
Result<int> Migrate(const std::string& dsn);

// FAILED_PRECONDITION if the database lacks a migration of this program. Newer ones do no harm.
Result<void> CheckMigrated(const std::string& dsn);

}  // namespace redpeak::server
