#pragma once

#include <string>
#include <vector>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/violations.h"

namespace redpeak::identity {

// What an update may change.
extern const std::vector<std::string> kOrganisationFields;

// Takes white space off the ends of its texts and makes letters of the code capitals.
void Tidy(v1::Organisation& organisation);

// Adds what is wrong with it, apart from whether its recommender exists. `prefix` comes before the
// names of its fields, e.g. "organisation.".
void CheckOrganisation(Violations& violations, const std::string& prefix,
                       const v1::Organisation& organisation);

}  // namespace redpeak::identity
