#include "services/review/review.h"

#include <gmock/gmock.h>

namespace redpeak::review {
namespace {

Caller Someone(const std::string& person, std::vector<Grant> grants) {
  Caller caller;
  caller.account = "accounts/" + person;
  caller.person = "people/" + person;
  caller.grants = std::move(grants);
  return caller;
}

ReviewRecord SomeRecord(v1::Review::State state) {
  ReviewRecord record;
  record.review.set_name("submissions/s1/reviews/r1");
  record.review.set_call("calls/2022");
  record.review.set_expert("experts/e1");
  record.review.set_state(state);
  record.review.set_etag("3");
  record.subject = {.id = "s1", .call = "2022", .leader = "p1", .team_people = {"p2"}};
  return record;
}

const Grant kExpert{Role::EXPERT, ""};
const Grant kOfficer{Role::PROGRAMME_OFFICER, "calls/2022"};

TEST(Review, NamesGoThereAndBack) {
  const auto name = ParseReviewName("name", MakeReviewName("s1", "r1"));
  ASSERT_TRUE(name);
  EXPECT_EQ(name->submission, "s1");
  EXPECT_EQ(name->review, "r1");
  EXPECT_FALSE(ParseReviewName("name", "submissions/s1"));
}

TEST(Review, AudiencesAreTheAuthorAndTheCallsStaff) {
  const auto review = SomeRecord(v1::Review::SUBMITTED).review;
  const auto author = AudiencesOfReview(Someone("e1", {kExpert}), review);
  EXPECT_TRUE(author.Contains(Audience::SELF));
  EXPECT_FALSE(author.Contains(Audience::STAFF));
  EXPECT_TRUE(AudiencesOfReview(Someone("e2", {kExpert}), review).empty());
  EXPECT_TRUE(AudiencesOfReview(Someone("o", {kOfficer}), review).Contains(Audience::STAFF));
  const Grant elsewhere{Role::PROGRAMME_OFFICER, "calls/2021"};
  EXPECT_TRUE(AudiencesOfReview(Someone("o", {elsewhere}), review).empty());
  EXPECT_TRUE(AudiencesOfReview(Someone("a", {{Role::ADMINISTRATOR, ""}}), review).empty());
  EXPECT_TRUE(AudiencesOfReview(Caller{}, v1::Review()).empty());
}

TEST(Review, ExpertsSeeTheirOwnUnlessInConflict) {
  auto record = SomeRecord(v1::Review::ACCEPTED);
  EXPECT_TRUE(SeesAsExpert(Someone("e1", {kExpert}), record));
  EXPECT_FALSE(SeesAsExpert(Someone("e2", {kExpert}), record));
  record.conflicted = true;
  EXPECT_FALSE(SeesAsExpert(Someone("e1", {kExpert}), record));
}

TEST(Review, StaffDoNotSeeReviewsOfTheirOwnWork) {
  const auto record = SomeRecord(v1::Review::ACCEPTED);
  EXPECT_TRUE(SeesAsStaff(Someone("o", {kOfficer}), record));
  EXPECT_FALSE(SeesAsStaff(Someone("p1", {kOfficer}), record));
  EXPECT_FALSE(SeesAsStaff(Someone("p2", {kOfficer}), record));
  EXPECT_FALSE(SeesAsStaff(Someone("e1", {kExpert}), record));
}

TEST(Review, WhatAnExpertMay) {
  const auto author = Someone("e1", {kExpert});
  auto record = SomeRecord(v1::Review::ACCEPTED);
  EXPECT_TRUE(CheckExpertMay(author, record, Action::kSubmit));
  EXPECT_EQ(CheckExpertMay(Someone("e2", {kExpert}), record, Action::kSubmit).error().reason,
            "NOT_FOUND");
  EXPECT_EQ(CheckExpertMay(author, SomeRecord(v1::Review::ASSIGNED), Action::kRead).error().reason,
            "STATE_WRONG");
  record.closed = true;
  EXPECT_EQ(CheckExpertMay(author, record, Action::kSave).error().reason, "REVIEW_CLOSED");
  EXPECT_TRUE(CheckExpertMay(author, record, Action::kRead));
  record.conflicted = true;
  EXPECT_EQ(CheckExpertMay(author, record, Action::kRead).error().reason, "CONFLICT_OF_INTEREST");
}

TEST(Review, AnEtagIsCheckedWhereGiven) {
  const auto record = SomeRecord(v1::Review::ACCEPTED);
  EXPECT_TRUE(CheckEtag(record, ""));
  EXPECT_TRUE(CheckEtag(record, "3"));
  EXPECT_EQ(CheckEtag(record, "2").error().reason, "ETAG_MISMATCH");
}

}  // namespace
}  // namespace redpeak::review
