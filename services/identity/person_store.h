#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/page.h"
#include "services/identity/identity_number.h"

namespace redpeak::identity {

// Each with its name; their identity numbers are sealed on the way. create_time and etag are not
// read.
void InsertPeople(Tx& tx, const std::vector<v1::Person>& people, const IdentityKeys& keys,
                  Instant now);

// Without identity numbers.
std::optional<v1::Person> ReadPerson(Tx& tx, const std::string& id);
std::optional<v1::Person> ReadPersonForUpdate(Tx& tx, const std::string& id);
std::vector<v1::Person> ReadPeople(Tx& tx, const std::vector<std::string>& ids);

// The person's identity number; empty if there is none.
std::string ReadNumber(Tx& tx, const v1::Person& person, const IdentityKeys& keys);

// Everything but the identity number, and that.
void WritePerson(Tx& tx, const v1::Person& person);
void WriteNumber(Tx& tx, const v1::Person& person, const IdentityKeys& keys);

// Who has the name (of the resource), ORCID iD or identity number of any of these.
struct AlikePerson {
  std::string name;   // people/{person}
  std::string orcid;  // may be empty
};
std::vector<AlikePerson> FindAlike(Tx& tx, const std::vector<v1::Person>& people,
                                   const IdentityKeys& keys);

// Whom a list is of.
struct PeopleFilter {
  std::string query;                                      // a part of the display name; empty: all
  std::optional<std::vector<std::string>> organisations;  // ids; none: all
};

// In order of display name, one more than the page holds if there are more.
std::vector<v1::Person> ListPeople(Tx& tx, const PeopleFilter& filter, const Page& page);

}  // namespace redpeak::identity
