#include "services/base/ids.h"

#include <gmock/gmock.h>

namespace redpeak {
namespace {

TEST(Ids, GrowEvenWithinAMillisecond) {
  IdSource ids;
  const auto now = FromMicros(1'646'092'800'000'000);
  auto last = ids.NewId(now);
  EXPECT_EQ(last.size(), 26U);
  for (int i = 0; i < 1000; ++i) {
    const auto next = ids.NewId(now);
    EXPECT_LT(last, next);
    last = next;
  }
  EXPECT_LT(last, ids.NewId(now + std::chrono::milliseconds(1)));
}

TEST(Ids, BeginWithTheirTime) {
  IdSource ids;
  const auto now = FromMicros(1'646'092'800'000'000);
  EXPECT_EQ(ids.NewId(now).substr(0, 10), IdSource().NewId(now).substr(0, 10));
  EXPECT_NE(ids.NewId(now), IdSource().NewId(now));
}

}  // namespace
}  // namespace redpeak
