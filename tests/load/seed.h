#pragma once

#include <string>

#include "tests/load/target.h"

namespace redpeak::load {

// Who the measured calls come from, and what they are about.
struct Seed {
  std::string researcher;  // tokens
  std::string expert;
  std::string officer;
  std::string call;        // calls/bench, open
  std::string submission;  // id of a complete draft, which the others are copies of
};

// Puts accounts with sessions straight into the database, then makes a call and one complete draft
// by the API. Throws std::runtime_error for what fails.
Seed Plant(const Target& target);

// Copies rows of a table (its own row `id` of column `key`), under the ids bench00000001 and so on,
// other columns set as `changes` say ("submission = 'x' || n"; n is the copy's number).
void Multiply(const Target& target, const std::string& table, const std::string& key,
              const std::string& id, int from, int to, const std::string& changes = "");

// The id of a copy.
std::string CopyId(int n);
// The same in SQL, of an expression that gives n.
std::string CopyIdSql(const std::string& n);

// Runs SQL as the owner, and gives the first column of its first row, if any.
std::string Sql(const Target& target, const std::string& sql);

}  // namespace redpeak::load
