#pragma once

#include <map>
#include <string>
#include <vector>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/db.h"
#include "services/submissions/counting.h"
#include "services/submissions/listing.h"

namespace redpeak::submissions {

struct Listed {
  v1::Submission submission;     // without its form
  std::vector<std::string> key;  // by which a page continues after it
};

// The page's rows, and one more if there are more.
std::vector<Listed> ListSubmissions(Tx& tx, const Listing& listing);

// How many there are of each kind, in order of call.
std::vector<Counted> CountSubmissions(Tx& tx, const Listing& listing);
// That officers of the listing's units may endorse.
int CountAwaitingEndorsement(Tx& tx, const Listing& listing);

// The titles of those of these (ids) that the listing covers, by id.
std::map<std::string, std::string> ReadTitles(Tx& tx, const Listing& listing,
                                              const std::vector<std::string>& ids);

}  // namespace redpeak::submissions
