#pragma once

#include <string>
#include <vector>

#include "redpeak/identity/v1/identity.pb.h"
#include "services/base/blind.h"
#include "services/base/caller.h"
#include "services/base/violations.h"

namespace redpeak::identity {

// What an update may change. The organisation only an administrator may.
extern const std::vector<std::string> kPersonFields;

// Takes white space off the ends of its texts.
void Tidy(v1::Person& person);

// Adds what is wrong with the person, apart from whether the organisation exists. `prefix` comes
// before the names of its fields, e.g. "person.".
void CheckPerson(Violations& violations, const std::string& prefix, const v1::Person& person);

// What the caller is to the person. Who is nothing may not know of the person.
Audiences AudienceOf(const Caller& caller, const v1::Person& person);

// Whether the caller sees everybody, and not only the people of units.
bool SeesEverybody(const Caller& caller);

// The last four characters, the others hidden: "**************0014".
std::string Masked(const std::string& identity_number);

}  // namespace redpeak::identity
