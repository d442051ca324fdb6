#pragma once

#include <gmock/gmock.h>

#include <functional>
#include <string>

#include "services/base/call.h"
#include "services/base/names.h"
#include "services/review/expert_store.h"
#include "services/review/review_store.h"
#include "services/review/round_store.h"
#include "services/review/subject_store.h"
#include "tests/postgres.h"

namespace redpeak::review {

// For tests of the stores: an empty database of its own for each, and things to put into it.
class StoreFixture : public ::testing::Test {
 protected:
  static constexpr Instant kNow = Instant(std::chrono::seconds(1'650'000'000));

  // Runs fn in a transaction that is committed.
  void Do(const std::function<void(Tx&)>& fn, TxMode mode = TxMode::kTransaction) {
    const auto done = InTransaction(pool_, mode, [&](Tx& tx) -> Result<void> {
      fn(tx);
      return {};
    });
    ASSERT_TRUE(done) << done.error().message;
  }

  static ExpertRecord SomeExpert(const std::string& id) {
    ExpertRecord record{.expert = {}, .organisation_name = "单位" + id, .version = 1};
    record.expert.set_name("experts/" + id);
    record.expert.set_person("people/" + id);
    record.expert.set_display_name("专家" + id);
    record.expert.set_organisation("organisations/u" + id);
    record.expert.add_disciplines("21010");
    record.expert.add_disciplines("320");
    record.expert.add_keywords("草原, \"牧\"业");
    record.expert.set_reviews_max(5);
    record.expert.set_available(true);
    return record;
  }

  static Subject SomeSubject(const std::string& id) {
    return {.id = id,
            .call = "2022",
            .title = "课题" + id,
            .number = "CF-" + id,
            .category = "general",
            .discipline = "210",
            .keywords = {"草原", "a,b"},
            .amount_fen = 1'500'000,
            .leader = "leader-" + id,
            .leader_name = "张三",
            .unit = "hospital",
            .unit_name = "第一医院",
            .recommender = "district",
            .team_people = {"member-" + id},
            .team_units = {"第二 \"医院\""},
            .avoided = {"e9"}};
  }

  // A round with submissions s1 … and experts e1 …
  void Begin(int subjects, int experts) {
    Do([&](Tx& tx) {
      InsertRound(tx, {.call = "2022", .reviews_each = 2, .due = kNow}, kNow);
      std::vector<Subject> all;
      for (int i = 1; i <= subjects; ++i) all.push_back(SomeSubject("s" + std::to_string(i)));
      EXPECT_EQ(InsertSubjects(tx, all), subjects);
      std::vector<ExpertRecord> pool;
      for (int i = 1; i <= experts; ++i) pool.push_back(SomeExpert("e" + std::to_string(i)));
      EXPECT_EQ(InsertExperts(tx, pool), experts);
    });
  }

  // A review with id r-<submission>-<expert>.
  ReviewName Assign(const std::string& submission, const std::string& expert) {
    const auto id = "r-" + submission + "-" + expert;
    Do([&](Tx& tx) {
      EXPECT_EQ(InsertReviews(tx, "2022", {{id, submission, expert, 0.5}}, kNow), 1);
    });
    return {submission, id};
  }

  // Accepts and seals a review with this total. Whether it could be.
  bool Submit(const ReviewName& name, double total, const RequestKey& key = {}) {
    bool sealed = false;
    Do([&](Tx& tx) { WriteState(tx, name.review, v1::Review::ACCEPTED, ""); });
    Do([&](Tx& tx) { sealed = Seal(tx, *ReadReview(tx, name), total, key); }, TxMode::kStatement);
    return sealed;
  }

  bool Seal(Tx& tx, const ReviewRecord& record, double total, const RequestKey& key = {}) {
    const Call call(caller_, kNow, ids_, &tx, key);
    auto review = record.review;
    review.set_state(v1::Review::SUBMITTED);
    review.set_total(total);
    review.set_recommendation(v1::Review::FUND);
    WriteDraft(tx, LastId(review.name()), review);
    return SealReview(tx, call, review, record.version + 1);
  }

  Pool pool_{testing::TestCluster::Get().NewDatabase() +
                 " user=redpeak_review options='-c search_path=review,public'",
             4};
  Caller caller_{.account = "accounts/e1", .person = "people/e1"};
  IdSource ids_;
};

}  // namespace redpeak::review
