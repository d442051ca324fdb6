#include "services/identity/tries.h"

#include <gtest/gtest.h>

namespace redpeak::identity {
namespace {

using std::chrono::seconds;

const Instant kNow = FromMicros(1'650'000'000'000'000);

TEST(Tries, CostNothingWhileTheyAreFew) {
  EXPECT_EQ(WaitLeft({}, kLoginTriesFree, kNow), seconds(0));
  EXPECT_EQ(WaitLeft({4, kNow}, kLoginTriesFree, kNow), seconds(0));
}

TEST(Tries, DoubleTheWaitUpToAQuarterOfAnHour) {
  const int waits[] = {10, 20, 40, 80, 160, 320, 640, 900, 900};
  for (int i = 0; i < 9; ++i) {
    EXPECT_EQ(WaitLeft({kLoginTriesFree + i, kNow}, kLoginTriesFree, kNow), seconds(waits[i]));
  }
  EXPECT_EQ(WaitLeft({1'000'000, kNow}, kLoginTriesFree, kNow), seconds(900));
}

TEST(Tries, LetTheWaitPass) {
  EXPECT_EQ(WaitLeft({5, kNow}, 5, kNow + seconds(3)), seconds(7));
  EXPECT_EQ(WaitLeft({5, kNow}, 5, kNow + std::chrono::microseconds(9'000'001)), seconds(1));
  EXPECT_EQ(WaitLeft({5, kNow}, 5, kNow + seconds(10)), seconds(0));
  EXPECT_EQ(WaitLeft({5, kNow}, 5, kNow + std::chrono::hours(30)), seconds(0));
}

TEST(Tries, AreCountedByDigestsThatDiffer) {
  EXPECT_EQ(LoginSubject("a").size(), 32U);
  EXPECT_NE(LoginSubject("a"), MailSubject("a"));
  EXPECT_EQ(AddressSubject("ipv4:10.0.0.1:4711"), AddressSubject("ipv4:10.0.0.1:9"));
  EXPECT_NE(AddressSubject("ipv4:10.0.0.1:4711"), AddressSubject("ipv4:10.0.0.2:4711"));
  EXPECT_EQ(AddressSubject("ipv6:[::1]:4711"), AddressSubject("ipv6:[::1]:9"));
}

}  // namespace
}  // namespace redpeak::identity
