#include "services/submissions/listing.h"

#include <gmock/gmock.h>

namespace redpeak::submissions {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using Request = v1::ListSubmissionsRequest;

Caller Person(std::vector<Grant> grants) {
  Caller caller;
  caller.account = "accounts/me";
  caller.person = "people/me";
  caller.grants = std::move(grants);
  return caller;
}

std::string ReasonOf(const Request& request, const Caller& caller) {
  const auto listing = ReadListing(request, caller);
  if (listing) return "";
  return listing.error().violations.empty() ? listing.error().reason
                                            : listing.error().violations[0].field;
}

const auto kResearcher = Person({{Role::RESEARCHER, ""}});
const auto kUnitOfficer = Person({{Role::UNIT_OFFICER, "organisations/rec"}});
const auto kOfficer = Person({{Role::PROGRAMME_OFFICER, "calls/2022"}});

TEST(ReadListing, AResearcherFindsTheirOwn) {
  const auto listing = *ReadListing({}, kResearcher);
  EXPECT_EQ(listing.leader, "me");
  EXPECT_FALSE(listing.all || listing.all_sent);
  EXPECT_THAT(listing.units, IsEmpty());
  EXPECT_THAT(listing.calls, IsEmpty());
}

TEST(ReadListing, OfficersFindTheirUnitsAndCalls) {
  EXPECT_THAT(ReadListing({}, kUnitOfficer)->units, ElementsAre("rec"));
  EXPECT_THAT(ReadListing({}, kOfficer)->calls, ElementsAre("2022"));
  Request request;
  request.set_call("calls/2022");
  EXPECT_TRUE(ReadListing(request, kOfficer)->all_sent);
  request.set_call("calls/2021");
  EXPECT_FALSE(ReadListing(request, kOfficer)->all_sent);
  EXPECT_TRUE(ReadListing({}, Person({{Role::AUDITOR, ""}}))->all_sent);
}

TEST(ReadListing, MineAreTheirOwnAlone) {
  Request request;
  request.set_mine(true);
  const auto listing = *ReadListing(request, Person({{Role::PROGRAMME_OFFICER, ""}}));
  EXPECT_EQ(listing.leader, "me");
  EXPECT_FALSE(listing.all_sent);
}

TEST(ReadListing, ServicesFindEverything) {
  Caller service;
  service.service = "review";
  Request request;
  request.set_state(v1::Submission::ACCEPTED);
  EXPECT_TRUE(ReadListing(request, service)->all);
}

TEST(ReadListing, StatesAndScoresAreForStaffAndNeverOfTheirOwn) {
  for (const bool by_score : {true, false}) {
    Request request;
    if (by_score) request.set_order_by("score desc");
    if (!by_score) request.set_state(v1::Submission::PROPOSED);
    request.set_call("calls/2022");
    EXPECT_EQ(ReasonOf(request, kResearcher), "ROLE_MISSING");
    EXPECT_EQ(ReasonOf(request, kUnitOfficer), "ROLE_MISSING");
    const auto listing = *ReadListing(request, kOfficer);
    EXPECT_EQ(listing.not_led_by, "me");
    EXPECT_EQ(listing.leader, "");
    request.clear_call();
    EXPECT_EQ(ReasonOf(request, kOfficer), "ROLE_MISSING");
    request.set_call("calls/2022");
    request.set_mine(true);
    EXPECT_EQ(ReasonOf(request, kOfficer), "ROLE_MISSING");
  }
}

TEST(ReadListing, TheQueueOfAUnitOfficerLeavesOutTheirOwn) {
  Request request;
  request.set_awaiting_endorsement(true);
  const auto listing = *ReadListing(request, kUnitOfficer);
  EXPECT_THAT(listing.endorsers, ElementsAre("rec"));
  EXPECT_EQ(listing.not_led_by, "me");
}

TEST(ReadListing, RefusesMalformedFilters) {
  const auto refused = [](void (*change)(Request&)) {
    Request request;
    change(request);
    return ReasonOf(request, kResearcher);
  };
  EXPECT_EQ(refused([](Request& r) { r.set_call("2022"); }), "call");
  EXPECT_EQ(refused([](Request& r) { r.set_unit("people/x"); }), "unit");
  EXPECT_EQ(refused([](Request& r) { r.set_order_by("title"); }), "order_by");
  EXPECT_EQ(refused([](Request& r) { r.set_category("A%"); }), "category");
  EXPECT_EQ(refused([](Request& r) { r.set_discipline("21_"); }), "discipline");
  EXPECT_EQ(refused([](Request& r) { r.set_query(std::string(81, 'x')); }), "query");
  EXPECT_EQ(refused([](Request& r) { r.set_state(static_cast<v1::Submission::State>(99)); }),
            "state");
  EXPECT_EQ(refused([](Request& r) { r.set_page_size(-1); }), "page_size");
  EXPECT_EQ(refused([](Request& r) { r.set_page_token("x"); }), "PAGE_TOKEN_INVALID");
}

TEST(ReadListing, RefusesAForgedKey) {
  Request request;
  request.set_call("calls/2022");
  for (const auto& key : std::vector<std::vector<std::string>>{
           {"a", "b"}, {"1", "no id!"}, {"b"}, {"1", "b", "c"}, {"999999999999999999", "b"}}) {
    request.set_page_token(MakePageToken(request, key));
    EXPECT_EQ(ReasonOf(request, kOfficer), "PAGE_TOKEN_INVALID");
    request.clear_page_token();
  }
  request.set_order_by("score desc");
  for (const auto& key : std::vector<std::vector<std::string>>{{"x", "b"}, {"1"}, {"1e999", "b"}}) {
    request.set_page_token(MakePageToken(request, key));
    EXPECT_EQ(ReasonOf(request, kOfficer), "PAGE_TOKEN_INVALID");
    request.clear_page_token();
  }
  request.set_page_token(MakePageToken(request, {"80.5", "b"}));
  EXPECT_EQ(ReasonOf(request, kOfficer), "");
}

}  // namespace
}  // namespace redpeak::submissions
