#pragma once

#include <google/protobuf/message.h>

#include <memory>
#include <string>

#include "services/gateway/addresses.h"
#include "services/gateway/backend.h"
#include "services/gateway/http.h"

namespace redpeak::gateway {

// Whether a path ends in .json or .csv; `path` then loses that, and `csv` says which.
bool TakeDataSuffix(std::string_view& path, bool& csv);

// Answers a GET with what everybody may read, without regard to who asks, as JSON or as a table.
// All pages of a list are read, unless page_size or page_token is in the query.
void HandleData(Backend& backend, CallContext context, Found found, bool csv,
                const std::shared_ptr<Exchange>& exchange);

// The rows of a repeated field as CSV for spreadsheets: with a byte order mark, a column a scalar
// field, instants in RFC 3339. A text that a spreadsheet would take for a formula gets a quote
// before it.
std::string ToCsv(const google::protobuf::Message& message, const std::string& rows);

}  // namespace redpeak::gateway
