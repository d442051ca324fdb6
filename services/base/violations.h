#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "services/base/status.h"

namespace redpeak {

// Gathers what is wrong with a request's fields, so that a user learns everything at once.
class Violations {
 public:
  void Add(std::string_view field, std::string_view rule, std::string_view limit,
           std::string_view description);

  // Each adds a violation unless the value is right, and says whether it was.
  bool Required(std::string_view field, std::string_view value);
  bool Length(std::string_view field, std::string_view value, size_t code_points_max);
  bool Range(std::string_view field, int64_t value, int64_t min, int64_t max);

  bool empty() const { return violations_.empty(); }

  // What an answer names at most: it travels in trailers, of which gRPC takes 8 KiB.
  static constexpr size_t kNamedMax = 32;

  // OK, or INVALID_ARGUMENT FIELD_INVALID with the first kNamedMax; metadata: more (how many were
  // left out), where there are more.
  Result<void> Check() const;

 private:
  std::vector<FieldViolation> violations_;
};

}  // namespace redpeak
