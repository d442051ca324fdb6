// migrations/schema.sql is the sum of the migrations.
#include <gmock/gmock.h>

#include <cstdlib>
#include <fstream>
#include <sstream>

#include "tests/postgres.h"

namespace redpeak::testing {
namespace {

TEST(Schema, IsTheSumOfTheMigrations) {
  const auto dumped = TestCluster::Get().DumpSchema(TestCluster::Get().NewDatabase());
  const std::string path = SCHEMA_FILE;
  if (std::getenv("REDPEAK_WRITE_SCHEMA") != nullptr) std::ofstream(path) << dumped;
  std::ostringstream written;
  written << std::ifstream(path).rdbuf();
  EXPECT_EQ(written.str(), dumped) << "write it anew by tests/run schema";
}

}  // namespace
}  // namespace redpeak::testing
