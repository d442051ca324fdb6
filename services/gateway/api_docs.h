#pragma once

#include <string_view>

namespace redpeak::gateway {

// A file of the page at /api-docs, compiled in from api_docs/. Empty: there is none of this name.
std::string_view ApiDocsFile(std::string_view name);

}  // namespace redpeak::gateway
