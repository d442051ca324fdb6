#include "services/calls/programme.h"

#include <algorithm>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/violations.h"

namespace redpeak::calls {
namespace {

constexpr size_t kDisplayNameCharactersMax = 120;

}  // namespace

Result<v1::Programme> NewProgramme(const std::string& name, const v1::Programme& given) {
  Violations violations;
  violations.Required("programme.display_name", given.display_name());
  violations.Length("programme.display_name", given.display_name(), kDisplayNameCharactersMax);
  if (given.kind() == v1::Programme::KIND_UNSPECIFIED ||
      !v1::Programme::Kind_IsValid(given.kind())) {
    violations.Add("programme.kind", "REQUIRED", "", "must be RESEARCH, TALENT, ADVICE or OTHER");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  v1::Programme programme = given;
  programme.set_name(name);
  programme.set_etag("1");
  return programme;
}

Result<void> CheckId(std::string_view field, const std::string& id) {
  const bool lower = std::ranges::none_of(id, [](char c) { return 'A' <= c && c <= 'Z'; });
  if (lower && IsId(id)) return {};
  return FieldInvalid(field, "MALFORMED", "[a-z0-9][a-z0-9-]{0,62}",
                      "must be like [a-z0-9][a-z0-9-]{0,62}");
}

}  // namespace redpeak::calls
