#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/base/db.h"
#include "services/review/experts.h"

namespace redpeak::review {

struct ExpertFilter {
  std::string discipline{};    // a prefix
  std::string folded_query{};  // part of the folded name
  bool available_only = false;
};

std::optional<ExpertRecord> ReadExpert(Tx& tx, const std::string& id);
// The same, and holds the row until the transaction ends.
std::optional<ExpertRecord> ReadExpertForUpdate(Tx& tx, const std::string& id);
// All, in order of id.
std::vector<ExpertRecord> ReadExperts(Tx& tx);
// Those that match, in order of id, after one.
std::vector<ExpertRecord> ListExperts(Tx& tx, const ExpertFilter& filter, const std::string& after,
                                      int limit);

// Takes those in who are not in the pool yet; their `version` becomes 1. Returns how many.
int InsertExperts(Tx& tx, const std::vector<ExpertRecord>& experts);
// Sets disciplines, keywords, limit and availability of those who are in the pool.
void UpdateExperts(Tx& tx, const std::vector<ExpertRecord>& experts);
// Sets names and organisations where they differ.
void RefreshExperts(Tx& tx, const std::vector<ExpertRecord>& experts);

}  // namespace redpeak::review
