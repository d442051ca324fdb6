#include "services/base/crypto.h"

#include <gtest/gtest.h>

#include <stdexcept>

namespace redpeak {
namespace {

TEST(CryptoTest, DigestsAreThePublishedOnes) {  // FIPS 180-2, appendix B
  EXPECT_EQ(Hex(Sha256("")), "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
  EXPECT_EQ(Hex(Sha256("abc")), "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad");
}

TEST(CryptoTest, AStreamDigestsLikeTheWholeAndStartsAnew) {
  Sha256Stream stream;
  for (int round = 0; round < 2; ++round) {
    stream.Update("a");
    stream.Update("");
    stream.Update("bc");
    EXPECT_EQ(stream.Finish(), Sha256("abc"));
  }
}

TEST(CryptoTest, KeyedDigestIsThePublishedOne) {  // RFC 4231, case 2
  EXPECT_EQ(Hex(HmacSha256("Jefe", "what do ya want for nothing?")),
            "5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843");
  EXPECT_EQ(Hex(HmacSha256({}, {})),
            "b613679a0814d9ec772f95d778c35fc5ff1697c493715653c6c712144292c5ad");
}

TEST(CryptoTest, RandomBytesDiffer) {
  EXPECT_EQ(RandomBytes(0), "");
  EXPECT_EQ(RandomBytes(32).size(), 32U);
  EXPECT_NE(RandomBytes(32), RandomBytes(32));
}

TEST(CryptoTest, EqualComparesWholeStrings) {
  EXPECT_TRUE(Equal("", {}));
  EXPECT_TRUE(Equal("same", "same"));
  EXPECT_FALSE(Equal("same", "sama"));
  EXPECT_FALSE(Equal("same", "samee"));
}

TEST(CryptoTest, HexGoesBothWays) {
  EXPECT_EQ(Hex(std::string_view("\x00\x7f\xff", 3)), "007fff");
  EXPECT_EQ(FromHex("007FfF"), std::string("\x00\x7f\xff", 3));
  for (const char* bad : {"0", "0g", "g0", " 0", "0x00"})
    EXPECT_EQ(FromHex(bad), std::nullopt) << bad;
}

TEST(CryptoTest, Base64UrlIsThePublishedOne) {  // RFC 4648, section 10
  EXPECT_EQ(ToBase64Url(""), "");
  EXPECT_EQ(ToBase64Url("f"), "Zg");
  EXPECT_EQ(ToBase64Url("fo"), "Zm8");
  EXPECT_EQ(ToBase64Url("foo"), "Zm9v");
  EXPECT_EQ(ToBase64Url("\xfb\xff"), "-_8");
}

TEST(CryptoTest, Base64UrlGoesBothWaysForEveryLength) {
  for (std::size_t size = 0; size < 100; ++size) {
    const std::string bytes = RandomBytes(size);
    EXPECT_EQ(FromBase64Url(ToBase64Url(bytes)), bytes);
  }
}

TEST(CryptoTest, Base64UrlHasOneSpelling) {
  for (const char* bad : {"Zg==", "Zh", "Zm9", "Z", "Zm9vZ", "Zm 9", "+/8", "Zg\n"}) {
    EXPECT_EQ(FromBase64Url(bad), std::nullopt) << bad;
  }
}

TEST(CryptoTest, WhatIsSealedOpensWithTheSameKeyAndPlaceOnly) {
  const std::string key = RandomBytes(kSealKeyBytes);
  for (const std::string text :
       {"", "150402199001010018", "a longer text, of more than one block"}) {
    const std::string sealed = Seal(key, text, "people/1");
    EXPECT_EQ(sealed.size(), 12 + text.size() + 16);
    EXPECT_EQ(Open(key, sealed, "people/1"), text);
    EXPECT_EQ(Open(key, sealed, "people/2"), std::nullopt);
    EXPECT_EQ(Open(RandomBytes(kSealKeyBytes), sealed, "people/1"), std::nullopt);
    EXPECT_NE(Seal(key, text, "people/1"), sealed);
  }
}

TEST(CryptoTest, EveryChangedOrMissingByteIsNoticed) {
  const std::string key = RandomBytes(kSealKeyBytes);
  const std::string sealed = Seal(key, "secret", "");
  for (std::size_t i = 0; i < sealed.size(); ++i) {
    std::string changed = sealed;
    changed[i] = static_cast<char>(changed[i] ^ 1);
    EXPECT_EQ(Open(key, changed, ""), std::nullopt) << i;
    EXPECT_EQ(Open(key, sealed.substr(0, i), ""), std::nullopt) << i;
  }
}

TEST(CryptoTest, AKeyOfAnotherLengthIsAProgrammersError) {
  EXPECT_THROW(Seal("short", "text", ""), std::runtime_error);
  EXPECT_THROW(Open("short", std::string(28, 'x'), ""), std::runtime_error);
}

}  // namespace
}  // namespace redpeak
