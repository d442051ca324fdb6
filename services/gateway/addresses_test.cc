#include "services/gateway/addresses.h"

#include <gmock/gmock.h>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/gateway/download.h"
#include "services/gateway/public_data.h"

namespace redpeak::gateway {
namespace {

using ::testing::ElementsAre;
using ::testing::Pair;

class AddressesTest : public ::testing::Test {
 protected:
  const Methods methods_{{"calls", "submissions", "review", "approval"}};
  const Addresses addresses_{methods_};
  Found found_;
};

TEST_F(AddressesTest, FillsFieldsFromThePath) {
  ASSERT_TRUE(addresses_.Find(AddressKind::kUpload, "/files/submissions/s1/attachments", found_));
  EXPECT_THAT(found_.fields, ElementsAre(Pair("parent", "submissions/s1")));
  ASSERT_TRUE(addresses_.Find(AddressKind::kDownload,
                              "/files/submissions/s1/reviews/r1/attachments/a1", found_));
  EXPECT_EQ(found_.method->descriptor->name(), "ReadAttachment");
  EXPECT_THAT(found_.fields, ElementsAre(Pair("attachment", "attachments/a1"),
                                         Pair("name", "submissions/s1/reviews/r1")));
  ASSERT_TRUE(addresses_.Find(AddressKind::kData, "/public/notices/n1", found_));
  EXPECT_EQ(found_.rows, "items");
  EXPECT_NE(addresses_.probe(), nullptr);
}

TEST_F(AddressesTest, KnowsNoOtherPaths) {
  for (const auto* path : {"", "/", "files", "/files/submissions/s1", "/files/submissions//x",
                           "/files/submissions/%2e%2e%2f/attachments/a", "/files/submissions/%/x",
                           "/files/submissions/s1/attachments/a1/b"}) {
    EXPECT_FALSE(addresses_.Find(AddressKind::kDownload, path, found_)) << path;
  }
}

TEST(Fill, SetsScalarsAndNamesWhatDoesNotFit) {
  calls::v1::ListCallsRequest request;
  ASSERT_TRUE(Fill({{"year", "2022"}, {"programme", "x"}, {"state", "OPEN"}}, request));
  EXPECT_EQ(request.year(), 2022);
  EXPECT_EQ(request.state(), calls::v1::Call::OPEN);
  const auto refused = Fill({{"year", "twenty"}, {"state", "x"}, {"ghost", "1"}}, request);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.size(), 3U);
}

TEST(ToCsv, QuotesAndDefusesFormulas) {
  approval::v1::Notice notice;
  auto& item = *notice.add_items();
  item.set_position(1);
  item.set_title("=1+1, \"quoted\"");
  const auto csv = ToCsv(notice, "items");
  EXPECT_THAT(csv, ::testing::StartsWith("\xEF\xBB\xBFposition,number,title"));
  EXPECT_THAT(csv, ::testing::HasSubstr("\r\n1,,\"'=1+1, \"\"quoted\"\"\","));
}

TEST(Disposition, WritesAnyNameSafely) {
  EXPECT_EQ(Disposition("application/pdf", "王\";.pdf"),
            "inline; filename*=UTF-8''%E7%8E%8B%22%3B.pdf");
  EXPECT_THAT(Disposition("text/html", "x"), ::testing::StartsWith("attachment;"));
}

}  // namespace
}  // namespace redpeak::gateway
