#include "services/submissions/counting.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using v1::Submission;

const std::vector<Counted> kCounted = {
    {.call = "c1", .state = Submission::IN_REVIEW, .count = 3},
    {.call = "c1", .state = Submission::REVIEWED, .count = 4},
    {.call = "c1", .state = Submission::PROPOSED, .own = true, .count = 1},
    {.call = "c2", .state = Submission::SUBMITTED, .endorsement_required = true, .count = 2}};

std::vector<std::string> Told(const Caller& caller) {
  std::vector<std::string> told;
  const auto response = CountsFor(caller, kCounted);
  for (const auto& count : response.counts()) {
    told.push_back(count.call() + " " + Submission::State_Name(count.state()) + " " +
                   Submission::Status_Name(count.status()) + " " + std::to_string(count.count()));
  }
  return told;
}

TEST(Counting, TellsStatesToStaffButNotOfTheirOwn) {
  const Caller officer{.account = "accounts/o",
                       .person = "people/o",
                       .grants = {{Role::PROGRAMME_OFFICER, "calls/c1"}}};
  EXPECT_THAT(Told(officer),
              ::testing::ElementsAre("calls/c1 STATE_UNSPECIFIED UNDER_REVIEW 1",
                                     "calls/c1 IN_REVIEW STATUS_UNSPECIFIED 3",
                                     "calls/c1 REVIEWED STATUS_UNSPECIFIED 4",
                                     "calls/c2 STATE_UNSPECIFIED AWAITING_ENDORSEMENT 2"));
}

TEST(Counting, TellsNobodyElseWhatIsScoredOrProposed) {
  const Caller unit{.account = "accounts/u", .person = "people/u"};
  EXPECT_THAT(Told(unit),
              ::testing::ElementsAre("calls/c1 STATE_UNSPECIFIED UNDER_REVIEW 8",
                                     "calls/c2 STATE_UNSPECIFIED AWAITING_ENDORSEMENT 2"));
}

}  // namespace
}  // namespace redpeak::submissions
