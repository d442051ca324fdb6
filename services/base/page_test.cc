#include "services/base/page.h"

#include <gmock/gmock.h>

#include "redpeak/system/v1/system_service.pb.h"

namespace redpeak {
namespace {

using system::v1::ListEventsRequest;

TEST(Page, BeginsWithFiftyRows) {
  const auto page = ReadPage(ListEventsRequest());
  ASSERT_TRUE(page);
  EXPECT_EQ(page->size, kPageSizeDefault);
  EXPECT_TRUE(page->after.empty());
}

TEST(Page, ContinuesAfterTheKeyOfItsToken) {
  ListEventsRequest request;
  request.set_subject("calls/2022");
  request.set_page_token(MakePageToken(request, {"一", "2"}));
  request.set_page_size(7);  // may differ from page to page
  const auto page = ReadPage(request);
  ASSERT_TRUE(page) << page.error().message;
  EXPECT_EQ(page->size, 7);
  EXPECT_THAT(page->after, ::testing::ElementsAre("一", "2"));
}

TEST(Page, RefusesATokenOfOtherFilters) {
  ListEventsRequest request;
  request.set_page_token(MakePageToken(request, {"1"}));
  request.set_subject("calls/2022");
  const auto page = ReadPage(request);
  ASSERT_FALSE(page);
  EXPECT_EQ(page.error().reason, "PAGE_TOKEN_INVALID");
}

TEST(Page, RefusesSizesBelowNoneAndAboveTheMost) {
  ListEventsRequest request;
  for (const int size : {-1, kPageSizeMax + 1}) {
    request.set_page_size(size);
    const auto page = ReadPage(request);
    ASSERT_FALSE(page);
    EXPECT_EQ(page.error().violations.at(0).field, "page_size");
  }
}

TEST(Page, RefusesRubbish) {
  ListEventsRequest request;
  for (const char* token : {"%", "e30", "WzFd", "W10"}) {
    request.set_page_token(token);
    EXPECT_FALSE(ReadPage(request)) << token;
  }
}

}  // namespace
}  // namespace redpeak
