#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/page.h"

namespace redpeak::identity {

// Each with its name; create_time and etag are not read.
void InsertOrganisations(Tx& tx, const std::vector<v1::Organisation>& organisations, Instant now);

std::optional<v1::Organisation> ReadOrganisation(Tx& tx, const std::string& id);
std::optional<v1::Organisation> ReadOrganisationForUpdate(Tx& tx, const std::string& id);
std::vector<v1::Organisation> ReadOrganisations(Tx& tx, const std::vector<std::string>& ids);

void WriteOrganisation(Tx& tx, const v1::Organisation& organisation);

// Those that have the name (of the resource), display name or code of any of these.
std::vector<v1::Organisation> FindAlike(Tx& tx, const std::vector<v1::Organisation>& organisations);

// In order of display name, one more than the page holds if there are more.
std::vector<v1::Organisation> ListOrganisations(Tx& tx, const v1::ListOrganisationsRequest& request,
                                                const Page& page);

}  // namespace redpeak::identity
