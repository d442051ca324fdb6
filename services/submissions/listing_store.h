#pragma once

#include <string>
#include <vector>

#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/db.h"
#include "services/submissions/listing.h"

namespace redpeak::submissions {

struct Listed {
  v1::Submission submission;     // without its form
  std::vector<std::string> key;  // by which a page continues after it
};

// The page's rows, and one more if there are more.
std::vector<Listed> ListSubmissions(Tx& tx, const Listing& listing);

}  // namespace redpeak::submissions
