// What pages ask beside the lists: names, titles, counts, histories, and events by what they are.
#include <gmock/gmock.h>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "redpeak/system/v1/system_service.grpc.pb.h"
#include "tests/world.h"

namespace redpeak {
namespace {

using calls::v1::CallsService;
using identity::v1::IdentityService;
using submissions::v1::SubmissionsService;
using system::v1::SystemService;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

class PagesServiceTest : public ::testing::Test {
 protected:
  identity::v1::LookUpNamesResponse Names(const std::string& token,
                                          const std::vector<std::string>& names) {
    identity::v1::LookUpNamesRequest request;
    for (const auto& name : names) request.add_names(name);
    return world_.Must<IdentityService>(token, &IdentityService::Stub::LookUpNames, request);
  }
  std::vector<std::string> Search(const std::string& token, const std::string& query) {
    identity::v1::SearchPeopleRequest request;
    request.set_query(query);
    std::vector<std::string> found;
    const auto answer =
        world_.Must<IdentityService>(token, &IdentityService::Stub::SearchPeople, request);
    for (const auto& person : answer.people()) {
      found.push_back(person.display_name() + " " + person.organisation_name());
    }
    return found;
  }
  submissions::v1::CountSubmissionsResponse Count(const std::string& token) {
    return world_.Must<SubmissionsService>(token, &SubmissionsService::Stub::CountSubmissions,
                                           submissions::v1::CountSubmissionsRequest());
  }
  std::vector<std::string> History(const std::string& token, const std::string& name) {
    submissions::v1::ListSubmissionHistoryRequest request;
    request.set_name(name);
    std::vector<std::string> told;
    const auto answer = world_.Must<SubmissionsService>(
        token, &SubmissionsService::Stub::ListSubmissionHistory, request);
    for (const auto& entry : answer.entries()) {
      told.push_back(submissions::v1::HistoryEntry::Action_Name(entry.action()));
    }
    return told;
  }
  std::vector<system::v1::ListEventsResponse> Events(system::v1::ListEventsRequest request) {
    std::vector<system::v1::ListEventsResponse> pages;
    do {
      pages.push_back(
          world_.Must<SystemService>(world_.auditor(), &SystemService::Stub::ListEvents, request));
      request.set_page_token(pages.back().next_page_token());
    } while (!request.page_token().empty());
    return pages;
  }

  testing::TestServer server_;
  testing::World world_{server_};
  const std::string call_ = world_.PublishCall("2022").name();
};

TEST_F(PagesServiceTest, NamesAreToldToWhoMayKnowThem) {
  const std::vector<std::string> asked = {"people/r0", "people/none", "organisations/rec"};
  EXPECT_EQ(Names(world_.officer(), asked).display_names().at("people/r0"), "负责人张0");
  EXPECT_EQ(Names(world_.officer(), asked).display_names().size(), 2U);
  EXPECT_EQ(Names(world_.researcher(1), asked).display_names().size(), 2U);
  const auto expert = Names(world_.expert(0), asked).display_names();
  EXPECT_FALSE(expert.contains("people/r0"));
  EXPECT_EQ(expert.at("organisations/rec"), "推荐单位协会");
  identity::v1::LookUpNamesRequest wrong;
  wrong.add_names("calls/2022");
  EXPECT_EQ(
      server_.Ask<IdentityService>(world_.officer(), &IdentityService::Stub::LookUpNames, wrong)
          .error()
          .violations.at(0)
          .field,
      "names");
}

TEST_F(PagesServiceTest, HoldersOfARoleAreKnownToServices) {
  identity::v1::InviteAccountRequest invite;
  invite.set_person("people/r0");
  auto& grant = *invite.add_grants();
  grant.set_role(options::v1::PROGRAMME_OFFICER);
  grant.set_scope(call_);
  const auto account = world_.Must<IdentityService>(world_.administrator(),
                                                    &IdentityService::Stub::InviteAccount, invite);
  const auto holders = [&](const std::string& scope) {
    identity::v1::ListHoldersRequest request;
    request.set_role(options::v1::PROGRAMME_OFFICER);
    request.set_scope(scope);
    return server_
        .AskAs<IdentityService>("notifications", &IdentityService::Stub::ListHolders, request)
        ->people();
  };
  EXPECT_THAT(holders(call_), ElementsAre("people/r0"));
  EXPECT_THAT(holders("calls/other"), IsEmpty());
  identity::v1::BatchGetPeopleRequest request;
  request.add_accounts(account.name());
  const auto people = server_.AskAs<IdentityService>(
      "notifications", &IdentityService::Stub::BatchGetPeople, request);
  EXPECT_EQ(people->people_of_accounts().at(account.name()), "people/r0");
  EXPECT_EQ(people->people(0).display_name(), "负责人张0");
  identity::v1::DisableAccountRequest disable;
  disable.set_name(account.name());
  disable.set_reason("left");
  world_.Must<IdentityService>(world_.administrator(), &IdentityService::Stub::DisableAccount,
                               disable);
  EXPECT_THAT(holders(call_), IsEmpty());
}

TEST_F(PagesServiceTest, PeopleAreFoundByPartOrByTheWholeName) {
  EXPECT_EQ(Search(world_.officer(), "负责人").size(), 6U);
  EXPECT_THAT(Search(world_.researcher(0), "负责人"), IsEmpty());
  EXPECT_THAT(Search(world_.researcher(0), " 负责人张1 "),
              ElementsAre("负责人张1 密名单位1研究所"));
  identity::v1::SearchPeopleRequest shortest;
  shortest.set_query("张");
  EXPECT_EQ(
      server_.Ask<IdentityService>(world_.officer(), &IdentityService::Stub::SearchPeople, shortest)
          .error()
          .violations.at(0)
          .rule,
      "TOO_SHORT");
}

TEST_F(PagesServiceTest, CountsAreByStateForStaffAndByStatusForOthers) {
  world_.Draft(call_, 0);
  world_.Submitted(call_, 1);
  world_.Endorsed(call_, 2);
  const auto staff = Count(world_.officer());
  ASSERT_EQ(staff.counts_size(), 2);  // no drafts
  EXPECT_EQ(staff.counts(0).state(), submissions::v1::Submission::SUBMITTED);
  const auto unit = Count(world_.unit_officer());
  EXPECT_EQ(unit.awaiting_endorsement(), 1);
  ASSERT_EQ(unit.counts_size(), 2);
  EXPECT_EQ(unit.counts(0).state(), submissions::v1::Submission::STATE_UNSPECIFIED);
  const auto own = Count(world_.researcher(0));
  ASSERT_EQ(own.counts_size(), 1);
  EXPECT_EQ(own.counts(0).status(), submissions::v1::Submission::IN_PREPARATION);
  EXPECT_EQ(Count(world_.researcher(5)).counts_size(), 0);
}

TEST_F(PagesServiceTest, TitlesAreToldToWhoMayRead) {
  submissions::v1::LookUpTitlesRequest request;
  for (int i = 0; i < 2; ++i) request.add_names(world_.Submitted(call_, i).name());
  const auto titles = [&](const std::string& token) {
    return world_.Must<SubmissionsService>(token, &SubmissionsService::Stub::LookUpTitles, request)
        .titles();
  };
  EXPECT_EQ(titles(world_.officer()).at(request.names(1)), "课题1");
  EXPECT_EQ(titles(world_.researcher(0)).size(), 1U);
  EXPECT_EQ(titles(world_.researcher(3)).size(), 0U);
  calls::v1::LookUpTitlesRequest calls;
  calls.add_names(call_);
  calls.add_names("calls/none");
  const auto told = world_.Must<CallsService>("", &CallsService::Stub::LookUpTitles, calls);
  EXPECT_EQ(told.titles().size(), 1U);
}

TEST_F(PagesServiceTest, SubmissionsAreFoundByTheirLeadersName) {
  for (int i = 0; i < 2; ++i) world_.Submitted(call_, i);
  submissions::v1::ListSubmissionsRequest request;
  request.set_query("人张1");
  const auto found = world_.Must<SubmissionsService>(
      world_.officer(), &SubmissionsService::Stub::ListSubmissions, request);
  ASSERT_EQ(found.submissions_size(), 1);
  EXPECT_EQ(found.submissions(0).title(), "课题1");
}

TEST_F(PagesServiceTest, HistoriesComeFromTheEvents) {
  const auto name = world_.Endorsed(call_, 0).name();
  EXPECT_THAT(History(world_.researcher(0), name), ElementsAre("CREATED", "SUBMITTED", "ENDORSED"));
  submissions::v1::ListSubmissionHistoryRequest request;
  request.set_name(name);
  EXPECT_EQ(server_
                .Ask<SubmissionsService>(world_.researcher(1),
                                         &SubmissionsService::Stub::ListSubmissionHistory, request)
                .error()
                .reason,
            "NOT_FOUND");
  calls::v1::ListCallHistoryRequest of_call;
  of_call.set_name(call_);
  const auto call =
      world_.Must<CallsService>(world_.officer(), &CallsService::Stub::ListCallHistory, of_call);
  ASSERT_EQ(call.entries_size(), 2);
  EXPECT_EQ(call.entries(1).action(), calls::v1::CallHistoryEntry::PUBLISHED);
}

TEST_F(PagesServiceTest, EventsAreFoundByKindActorAndTime) {
  const auto name = world_.Endorsed(call_, 0).name();
  system::v1::ListEventsRequest request;
  request.set_page_size(1);
  request.set_subject(name);
  const auto pages = Events(request);
  ASSERT_EQ(pages.size(), 3U);
  EXPECT_EQ(pages[1].events(0).kind(), "submission_submitted");
  request.set_newest_first(true);
  EXPECT_EQ(Events(request)[0].events(0).detail().submission_changed().action(), "endorsed");
  request.set_kind("submission_submitted");
  EXPECT_EQ(Events(request).size(), 1U);
  request.Clear();
  request.set_actor("accounts/unit-officer");
  EXPECT_EQ(Events(request)[0].events_size(), 1);
  *request.mutable_before() = ToProto(server_.Now());
  EXPECT_EQ(Events(request)[0].events_size(), 0);
  *request.mutable_since() = request.before();
  request.clear_before();
  EXPECT_EQ(Events(request)[0].events_size(), 1);
  request.set_kind("no_such_kind");
  EXPECT_EQ(server_.Ask<SystemService>(world_.auditor(), &SystemService::Stub::ListEvents, request)
                .error()
                .violations.at(0)
                .field,
            "kind");
}

}  // namespace
}  // namespace redpeak
