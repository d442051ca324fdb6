#include "services/identity/update_mask.h"

#include <gmock/gmock.h>

#include "redpeak/identity/v1/identity.pb.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;

google::protobuf::FieldMask Mask(const std::vector<std::string>& paths) {
  google::protobuf::FieldMask mask;
  for (const auto& path : paths) mask.add_paths(path);
  return mask;
}

const std::vector<std::string> kChangeable = {"phone", "birth_year", "email"};

TEST(UpdateMask, NamesFieldsOnceAndAllWhereItIsEmpty) {
  EXPECT_THAT(*FieldsOf(Mask({"email", "phone", "email"}), kChangeable),
              ElementsAre("email", "phone"));
  EXPECT_EQ(*FieldsOf(Mask({}), kChangeable), kChangeable);
}

TEST(UpdateMask, RefusesWhatCannotBeChanged) {
  const auto refused = FieldsOf(Mask({"name", "email", "no.such"}), kChangeable);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.size(), 2U);
  EXPECT_EQ(refused.error().violations[0].field, "update_mask");
}

TEST(UpdateMask, CopiesItsFieldsAlsoToNothing) {
  v1::Person from, to;
  from.set_phone("1");
  to.set_email("a@b");
  to.set_birth_year(1980);
  EXPECT_THAT(CopyFields({"phone", "email"}, from, to), ElementsAre("phone", "email"));
  EXPECT_EQ(to.phone(), "1");
  EXPECT_EQ(to.email(), "");
  EXPECT_EQ(to.birth_year(), 1980);
  EXPECT_THAT(CopyFields({"phone", "email"}, from, to), IsEmpty());
}

}  // namespace
}  // namespace redpeak::identity
