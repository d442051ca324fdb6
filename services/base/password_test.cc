#include "services/base/password.h"

#include <gtest/gtest.h>

#include <array>
#include <atomic>
#include <thread>

namespace redpeak {
namespace {

std::string RuleBrokenBy(std::string_view password) {
  const auto result = CheckPasswordStrength(password);
  if (result.has_value()) return "";
  EXPECT_EQ(result.error().reason, "PASSWORD_TOO_WEAK");
  return result.error().metadata.at("rule");
}

std::string Repeat(std::string_view piece, int times) {
  std::string text;
  for (int i = 0; i < times; ++i) text += piece;
  return text;
}

TEST(PasswordTest, AHashVerifiesItsPasswordOnly) {
  const std::string encoded = HashPassword("红山-正确的马");
  EXPECT_EQ(encoded.substr(0, 31), "$argon2id$v=19$m=19456,t=2,p=1$");
  EXPECT_TRUE(VerifyPassword(encoded, "红山-正确的马"));
  EXPECT_FALSE(VerifyPassword(encoded, "红山-正确的羊"));
  EXPECT_FALSE(VerifyPassword(encoded, ""));
  EXPECT_NE(HashPassword("红山-正确的马"), encoded);
}

TEST(PasswordTest, TextThatIsNoHashVerifiesNothing) {
  for (const char* text :
       {"", "x", "$argon2id$", "$argon2i$v=19$m=19456,t=2,p=1$c2FsdHNhbHQ$aGFzaA"}) {
    EXPECT_FALSE(VerifyPassword(text, "")) << text;
  }
}

TEST(PasswordTest, OtherParametersAskForARehash) {
  EXPECT_FALSE(NeedsRehash(HashPassword("x")));
  EXPECT_TRUE(NeedsRehash("$argon2id$v=19$m=4096,t=3,p=1$c2FsdHNhbHQ$aGFzaA"));
  EXPECT_TRUE(NeedsRehash(""));
}

TEST(PasswordTest, ManyThreadsAllGetTheirTurn) {
  std::atomic<int> verified = 0;
  {
    std::array<std::jthread, 6> threads;
    for (std::jthread& thread : threads) {
      thread =
          std::jthread([&verified] { verified += VerifyPassword(HashPassword("x"), "x") ? 1 : 0; });
    }
  }
  EXPECT_EQ(verified, 6);
}

TEST(PasswordTest, LengthIsCountedInCodePoints) {
  EXPECT_EQ(RuleBrokenBy("tulip-fog"), "LENGTH");
  EXPECT_EQ(RuleBrokenBy("tulip-fog9"), "");
  EXPECT_EQ(RuleBrokenBy("红山脚下有九棵树"), "LENGTH");
  EXPECT_EQ(RuleBrokenBy("红山脚下一共有九棵树"), "");
  EXPECT_EQ(RuleBrokenBy("x" + Repeat("ab,c-", 25)), "");
  EXPECT_EQ(RuleBrokenBy("x" + Repeat("ab,c-", 26)), "LENGTH");
  EXPECT_EQ(RuleBrokenBy("tulip-fog-\xff"), "LENGTH");
}

TEST(PasswordTest, CommonOnesAreRefusedInAnyLetterCase) {
  EXPECT_EQ(RuleBrokenBy("1234567890"), "COMMON");
  EXPECT_EQ(RuleBrokenBy("QwertyUIOP"), "COMMON");
  EXPECT_EQ(RuleBrokenBy("Password123"), "COMMON");
}

TEST(PasswordTest, ARepeatedPieceIsRefused) {
  EXPECT_EQ(RuleBrokenBy("aaaaaaaaaaaa"), "REPETITIVE");
  EXPECT_EQ(RuleBrokenBy("赤赤赤赤赤赤赤赤赤赤"), "REPETITIVE");
  EXPECT_EQ(RuleBrokenBy("abcabcabcabc"), "REPETITIVE");
  EXPECT_EQ(RuleBrokenBy("abcdabcdab"), "REPETITIVE");
}

}  // namespace
}  // namespace redpeak
