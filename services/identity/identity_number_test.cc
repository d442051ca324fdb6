#include "services/identity/identity_number.h"

#include <gtest/gtest.h>

namespace redpeak::identity {
namespace {

const IdentityKeys kKeys = {std::string(32, 's'), std::string(32, 'l')};
constexpr char kNumber[] = "11010519491231002X";

TEST(IdentityNumber, OpensForItsPersonWithItsKeyOnly) {
  const auto sealed = SealNumber(kKeys, "people/ann", kNumber);
  EXPECT_EQ(sealed.sealed.find(kNumber), std::string::npos);
  EXPECT_EQ(OpenNumber(kKeys, "people/ann", sealed.sealed), kNumber);
  EXPECT_EQ(OpenNumber(kKeys, "people/bo", sealed.sealed), "");
  EXPECT_EQ(OpenNumber({std::string(32, 'x'), kKeys.lookup}, "people/ann", sealed.sealed), "");
}

TEST(IdentityNumber, HasTheSameHashWhosoeverItIs) {
  const auto ann = SealNumber(kKeys, "people/ann", kNumber);
  const auto bo = SealNumber(kKeys, "people/bo", kNumber);
  EXPECT_EQ(ann.hash, bo.hash);
  EXPECT_NE(ann.sealed, bo.sealed);
  EXPECT_NE(SealNumber({kKeys.sealing, std::string(32, 'x')}, "people/ann", kNumber).hash,
            ann.hash);
}

TEST(IdentityNumber, ThatIsNotThereStaysSo) {
  EXPECT_EQ(SealNumber(kKeys, "people/ann", "").sealed, "");
  EXPECT_EQ(SealNumber(kKeys, "people/ann", "").hash, "");
  EXPECT_EQ(OpenNumber(kKeys, "people/ann", ""), "");
}

}  // namespace
}  // namespace redpeak::identity
