#pragma once

#include <memory>
#include <nlohmann/json.hpp>
#include <optional>
#include <string_view>

#include "services/base/status.h"
#include "services/base/violations.h"

namespace redpeak::submissions {

inline constexpr size_t kFormBytesMax = 200'000;

// A form as an applicant filled it in: a JSON object that nests at most 32 levels deep. Of an empty
// text, an empty object.
std::optional<nlohmann::json> ParseForm(std::string_view text);

// A call's form, compiled once. Any thread may check by it.
class Form {
 public:
  // By a JSON Schema (draft 7); of an empty text, a form that takes anything. INTERNAL for what is
  // no schema: the calls service publishes none.
  static Result<std::shared_ptr<const Form>> Compile(std::string_view schema);
  ~Form();

  // Adds a violation for each field that is wrong, such as "form.budget.travel" or
  // "form.outputs[2]".
  void Check(const nlohmann::json& answers, Violations& violations) const;

 private:
  struct Compiled;
  explicit Form(std::unique_ptr<const Compiled> compiled);

  const std::unique_ptr<const Compiled> compiled_;
};

}  // namespace redpeak::submissions
