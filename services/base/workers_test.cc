#include "services/base/workers.h"

#include <gmock/gmock.h>

#include <atomic>
#include <future>

#include "services/base/rate_limiter.h"

namespace redpeak {
namespace {

TEST(Workers, ShedsWhatItsQueueCannotHold) {
  std::promise<void> gate;
  auto open = gate.get_future().share();
  std::promise<void> busy;
  Workers workers(/*threads=*/1, /*queue_max=*/1);
  ASSERT_TRUE(workers.Post([&] {
    busy.set_value();
    open.wait();
  }));
  busy.get_future().wait();
  EXPECT_TRUE(workers.Post([] {}));
  EXPECT_FALSE(workers.Post([] {}));
  gate.set_value();
}

TEST(Workers, FinishesWhatIsQueuedBeforeStopping) {
  std::atomic<int> done = 0;
  Workers workers(2, 100);
  for (int i = 0; i < 50; ++i) ASSERT_TRUE(workers.Post([&] { ++done; }));
  workers.Stop();
  EXPECT_EQ(done, 50);
  EXPECT_FALSE(workers.Post([] {}));
}

TEST(RateLimiter, AdmitsABurstThenTheRate) {
  RateLimiter limiter(/*per_second=*/10, /*burst=*/2);
  const auto start = std::chrono::steady_clock::time_point{};
  EXPECT_TRUE(limiter.Admit("a", start));
  EXPECT_TRUE(limiter.Admit("a", start));
  EXPECT_FALSE(limiter.Admit("a", start));
  EXPECT_TRUE(limiter.Admit("b", start));
  EXPECT_TRUE(limiter.Admit("a", start + std::chrono::milliseconds(100)));
  EXPECT_FALSE(limiter.Admit("a", start + std::chrono::milliseconds(100)));
}

}  // namespace
}  // namespace redpeak
