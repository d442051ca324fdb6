#pragma once

#include <string>
#include <vector>

#include "redpeak/review/v1/review.pb.h"
#include "redpeak/review/v1/review_service.pb.h"
#include "services/base/db.h"

namespace redpeak::review {

// Where every submission of a call with a submitted review stands, best first: worked out from the
// reviews as they are now. Withdrawn submissions are left out.
std::vector<v1::RankedSubmission> ReadCurrentRanking(Tx& tx, const std::string& call);

// Keeps a ranking, for good.
void WriteRanking(Tx& tx, const std::vector<v1::RankedSubmission>& ranking);

struct RankingPage {
  std::string category{};  // all where empty
  std::string person{};    // whose own submissions are left out
  int after_rank = 0;
  std::string after_submission{};  // id
  int limit = 0;
};
// A part of the ranking that was kept, by rank and submission.
std::vector<v1::RankedSubmission> ReadKeptRanking(Tx& tx, const std::string& call,
                                                  const RankingPage& page);
// The same part of the current ranking.
std::vector<v1::RankedSubmission> ReadCurrentRanking(Tx& tx, const std::string& call,
                                                     const RankingPage& page);

// What the submitted reviews of a submission tell its applicant, in an order that says nothing of
// who wrote them or when.
std::vector<v1::ListCommentsResponse::Comment> ReadComments(Tx& tx, const std::string& submission);

}  // namespace redpeak::review
