#include "services/gateway/http.h"

#include <strings.h>

#include <algorithm>

namespace redpeak::gateway {
namespace {

bool SameName(std::string_view a, std::string_view b) {
  return a.size() == b.size() && strncasecmp(a.data(), b.data(), a.size()) == 0;
}

auto Find(const std::vector<std::pair<std::string, std::string>>& fields, std::string_view name) {
  return std::ranges::find_if(fields,
                              [&](const auto& field) { return SameName(field.first, name); });
}

}  // namespace

std::string_view Headers::Get(std::string_view name) const {
  const auto it = Find(fields_, name);
  return it == fields_.end() ? std::string_view() : it->second;
}

bool Headers::Has(std::string_view name) const { return Find(fields_, name) != fields_.end(); }

Response Response::Text(int status, std::string_view text) {
  Response response;
  response.status = status;
  response.headers.Add("Content-Type", "text/plain; charset=utf-8");
  response.body = std::string(text) + "\n";
  return response;
}

}  // namespace redpeak::gateway
