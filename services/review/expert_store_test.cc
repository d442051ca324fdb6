#include "services/review/expert_store.h"

#include "services/review/review_store_fixture.h"

namespace redpeak::review {
namespace {

using ::testing::ElementsAre;

class ExpertStore : public StoreFixture {};

TEST_F(ExpertStore, KeepsWhatItIsGiven) {
  Begin(0, 2);
  Do([&](Tx& tx) {
    const auto record = ReadExpert(tx, "e1");
    ASSERT_TRUE(record);
    auto expected = SomeExpert("e1").expert;
    expected.set_etag("1");
    EXPECT_EQ(record->expert.SerializeAsString(), expected.SerializeAsString());
    EXPECT_EQ(record->affiliation().organisation, "ue1");
    EXPECT_EQ(record->organisation_name, "单位e1");
    EXPECT_FALSE(ReadExpert(tx, "e3"));
    EXPECT_EQ(InsertExperts(tx, {SomeExpert("e2"), SomeExpert("e3")}), 1);
  });
}

TEST_F(ExpertStore, ChangesAndRefreshes) {
  Begin(0, 1);
  Do([&](Tx& tx) {
    auto record = *ReadExpertForUpdate(tx, "e1");
    RefreshExperts(tx, {record});
    EXPECT_EQ(ReadExpert(tx, "e1")->version, 1) << "nothing differs";
    record.expert.set_reviews_max(9);
    record.expert.set_display_name("新名");
    UpdateExperts(tx, {record});
    EXPECT_EQ(ReadExpert(tx, "e1")->expert.reviews_max(), 9);
    EXPECT_EQ(ReadExpert(tx, "e1")->expert.display_name(), "专家e1");
    RefreshExperts(tx, {record});
    EXPECT_EQ(ReadExpert(tx, "e1")->expert.display_name(), "新名");
    EXPECT_EQ(ReadExpert(tx, "e1")->version, 3);
  });
}

TEST_F(ExpertStore, Lists) {
  Begin(0, 3);
  const auto ids = [&](Tx& tx, const ExpertFilter& filter, const std::string& after, int limit) {
    std::vector<std::string> found;
    for (const auto& record : ListExperts(tx, filter, after, limit)) found.push_back(record.id());
    return found;
  };
  Do([&](Tx& tx) {
    auto away = SomeExpert("e2");
    away.expert.set_available(false);
    away.expert.clear_disciplines();
    away.expert.add_disciplines("510");
    UpdateExperts(tx, {away});
    EXPECT_THAT(ids(tx, {}, "", 9), ElementsAre("e1", "e2", "e3"));
    EXPECT_THAT(ids(tx, {}, "e1", 1), ElementsAre("e2"));
    EXPECT_THAT(ids(tx, {.available_only = true}, "", 9), ElementsAre("e1", "e3"));
    EXPECT_THAT(ids(tx, {.discipline = "210"}, "", 9), ElementsAre("e1", "e3"));
    EXPECT_THAT(ids(tx, {.folded_query = "家e3"}, "", 9), ElementsAre("e3"));
    EXPECT_THAT(ids(tx, {.folded_query = "%"}, "", 9), ElementsAre());
  });
}

}  // namespace
}  // namespace redpeak::review
