#include "services/base/violations.h"

#include <gtest/gtest.h>

namespace redpeak {
namespace {

TEST(Violations, NamesTheFirstAndCountsTheRest) {
  Violations violations;
  for (int row = 2; row < 1002; ++row) {
    violations.Add("rows[" + std::to_string(row) + "].uscc", "CHECK_DIGIT", "",
                   "is not a valid code");
  }
  const auto error = violations.Check().error();
  EXPECT_EQ(error.violations.size(), Violations::kNamedMax);
  EXPECT_EQ(error.violations.front().field, "rows[2].uscc");
  EXPECT_EQ(error.metadata.at("more"), "968");
  EXPECT_EQ(error.message,
            "rows[2].uscc: is not a valid code; rows[3].uscc: is not a valid code; "
            "rows[4].uscc: is not a valid code; and 997 more");
}

}  // namespace
}  // namespace redpeak
