#include "services/base/violations.h"

#include <algorithm>

#include "services/base/text.h"

namespace redpeak {

void Violations::Add(std::string_view field, std::string_view rule, std::string_view limit,
                     std::string_view description) {
  violations_.push_back(
      {std::string(field), std::string(rule), std::string(limit), std::string(description)});
}

bool Violations::Required(std::string_view field, std::string_view value) {
  if (!value.empty()) return true;
  Add(field, "REQUIRED", "", "must be given");
  return false;
}

bool Violations::Length(std::string_view field, std::string_view value, size_t code_points_max) {
  if (CodePoints(value) <= code_points_max) return true;
  const auto limit = std::to_string(code_points_max);
  Add(field, "TOO_LONG", limit, "at most " + limit + " characters");
  return false;
}

bool Violations::Range(std::string_view field, int64_t value, int64_t min, int64_t max) {
  if (min <= value && value <= max) return true;
  const auto limit = std::to_string(min) + ".." + std::to_string(max);
  Add(field, "OUT_OF_RANGE", limit, "must be within " + limit);
  return false;
}

Result<void> Violations::Check() const {
  static constexpr size_t kSpeltOut = 3;
  if (violations_.empty()) return {};
  std::string message;
  for (size_t i = 0; i < std::min(violations_.size(), kSpeltOut); ++i) {
    message += (i == 0 ? "" : "; ") + violations_[i].field + ": " + violations_[i].description;
  }
  if (violations_.size() > kSpeltOut) {
    message += "; and " + std::to_string(violations_.size() - kSpeltOut) + " more";
  }
  Error error{
      .code = Code::kInvalidArgument, .reason = "FIELD_INVALID", .message = std::move(message)};
  const auto named = std::min(violations_.size(), kNamedMax);
  error.violations.assign(violations_.begin(), violations_.begin() + static_cast<ptrdiff_t>(named));
  if (violations_.size() > named) {
    error.metadata["more"] = std::to_string(violations_.size() - named);
  }
  return Failure(std::move(error));
}

}  // namespace redpeak
