#include <gmock/gmock.h>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using testing::IdentityServer;
using Stub = v1::IdentityService::Stub;

class OrganisationTest : public ::testing::Test {
 protected:
  static v1::Organisation Sample() {
    v1::Organisation organisation;
    organisation.set_display_name("赤峰学院");
    organisation.set_uscc("91350200776049653A");
    organisation.set_kind("university");
    organisation.set_region("150402");
    organisation.set_recommender("organisations/cast");
    return organisation;
  }
  Result<v1::Organisation> Create(const v1::Organisation& organisation,
                                  const std::string& id = "") {
    v1::CreateOrganisationRequest request;
    request.set_organisation_id(id);
    *request.mutable_organisation() = organisation;
    return server_.Call(server_.administrator(), &Stub::CreateOrganisation, request);
  }
  Result<v1::Organisation> Update(const v1::Organisation& organisation,
                                  const std::vector<std::string>& paths) {
    v1::UpdateOrganisationRequest request;
    *request.mutable_organisation() = organisation;
    for (const auto& path : paths) request.mutable_update_mask()->add_paths(path);
    return server_.Call(server_.administrator(), &Stub::UpdateOrganisation, request);
  }
  std::string FieldOf(const v1::Organisation& organisation, const std::string& id = "") {
    const auto created = Create(organisation, id);
    return created || created.error().violations.empty() ? std::string()
                                                         : created.error().violations[0].field;
  }
  Result<v1::Organisation> Get(const std::string& token, const std::string& name) {
    v1::GetOrganisationRequest request;
    request.set_name(name);
    return server_.Call(token, &Stub::GetOrganisation, request);
  }
  std::vector<std::string> List(v1::ListOrganisationsRequest request) {
    std::vector<std::string> names;
    do {
      const auto page = server_.Call(server_.administrator(), &Stub::ListOrganisations, request);
      EXPECT_TRUE(page) << page.error().message;
      if (!page) break;
      for (const auto& organisation : page->organisations()) {
        names.push_back(organisation.display_name());
      }
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
};

TEST_F(OrganisationTest, IsMadeAndRead) {
  const auto created = Create(Sample(), "college");
  ASSERT_TRUE(created) << created.error().message;
  EXPECT_EQ(created->name(), "organisations/college");
  EXPECT_EQ(created->etag(), "1");
  EXPECT_EQ(FromProto(created->create_time()), server_.Now());
  const auto researcher = server_.SignInAs("r", Role::RESEARCHER);
  EXPECT_EQ(Get(researcher, created->name())->SerializeAsString(), created->SerializeAsString());
  EXPECT_EQ(ReasonOf(Get(researcher, "organisations/nowhere")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Get(researcher, "college")), "FIELD_INVALID");
  EXPECT_THAT(server_.Actions(created->name()), ElementsAre("created"));
  v1::GetOrganisationRequest request;
  request.set_name(created->name());
  EXPECT_TRUE(server_.CallAsPeer(&Stub::GetOrganisation, request));
}

TEST_F(OrganisationTest, GetsAnIdWhereNoneIsGiven) {
  const auto created = Create(Sample());
  ASSERT_TRUE(created);
  EXPECT_TRUE(Get(server_.administrator(), created->name()));
}

TEST_F(OrganisationTest, NamesTheFieldThatIsWrong) {
  const auto with = [](auto change) {
    auto organisation = Sample();
    change(organisation);
    return organisation;
  };
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_display_name(" "); })), "organisation.display_name");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_display_name(std::string(121, 'x')); })),
            "organisation.display_name");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_uscc("91350200776049653B"); })), "organisation.uscc");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_kind("club"); })), "organisation.kind");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_region("1504"); })), "organisation.region");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_recommender("cast"); })), "organisation.recommender");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_recommender("organisations/none"); })),
            "organisation.recommender");
  EXPECT_EQ(FieldOf(with([](auto& o) { o.set_recommender("organisations/self"); }), "self"),
            "organisation.recommender");
  EXPECT_EQ(FieldOf(Sample(), "Not-Lower"), "organisation_id");
  EXPECT_EQ(FieldOf(Sample(), "9lives"), "organisation_id");
}

TEST_F(OrganisationTest, KeepsACodeThatFailsItsCheckForAReason) {
  auto organisation = Sample();
  organisation.set_uscc("91350203m0001qay9b");
  EXPECT_EQ(FieldOf(organisation), "organisation.uscc");
  organisation.set_uscc_exception("as on its certificate");
  const auto created = Create(organisation);
  ASSERT_TRUE(created) << created.error().message;
  EXPECT_EQ(created->uscc(), "91350203M0001QAY9B");
  EXPECT_EQ(created->uscc_exception(), "as on its certificate");
}

TEST_F(OrganisationTest, IsUniqueInIdNameAndCode) {
  ASSERT_TRUE(Create(Sample(), "college"));
  auto other = Sample();
  other.set_display_name("另一所学院");
  EXPECT_EQ(ReasonOf(Create(other)), "ALREADY_EXISTS");
  other.set_uscc("");
  EXPECT_EQ(ReasonOf(Create(other, "college")), "ALREADY_EXISTS");
  other.set_display_name(Sample().display_name());
  EXPECT_EQ(ReasonOf(Create(other, "second")), "ALREADY_EXISTS");
  other.set_display_name("另一所学院");
  EXPECT_EQ(ReasonOf(Create(other, "second")), "");
  other.set_display_name("又一所学院");
  EXPECT_EQ(ReasonOf(Create(other, "third")), "");  // two without codes
}

TEST_F(OrganisationTest, ChangesTheFieldsOfTheMask) {
  const auto created = Create(Sample(), "college");
  auto wanted = *created;
  wanted.set_display_name("赤峰大学");
  wanted.set_kind("other");
  const auto updated = Update(wanted, {"display_name"});
  ASSERT_TRUE(updated) << updated.error().message;
  EXPECT_EQ(updated->display_name(), "赤峰大学");
  EXPECT_EQ(updated->kind(), "university");
  EXPECT_EQ(updated->etag(), "2");
  wanted.clear_etag();
  EXPECT_EQ(Update(wanted, {})->kind(), "other");
  EXPECT_EQ(Update(wanted, {})->etag(), "3");  // nothing was left to change
}

TEST_F(OrganisationTest, RefusesUpdates) {
  const auto created = Create(Sample(), "college");
  auto wanted = *created;
  wanted.set_etag("9");
  EXPECT_EQ(ReasonOf(Update(wanted, {"kind"})), "ETAG_MISMATCH");
  wanted.clear_etag();
  EXPECT_EQ(Update(wanted, {"colour"}).error().violations.at(0).field, "update_mask");
  wanted.set_recommender("organisations/college");
  EXPECT_EQ(Update(wanted, {"recommender"}).error().violations.at(0).field,
            "organisation.recommender");
  wanted.set_display_name("Grass Laboratory");
  EXPECT_EQ(ReasonOf(Update(wanted, {"display_name"})), "ALREADY_EXISTS");
  wanted.set_name("organisations/nowhere");
  EXPECT_EQ(ReasonOf(Update(wanted, {"kind"})), "NOT_FOUND");
  wanted.set_name("");
  EXPECT_EQ(ReasonOf(Update(wanted, {"kind"})), "FIELD_INVALID");
}

TEST_F(OrganisationTest, AreListedByNameInPages) {
  server_.AddOrganisation("a", "Alpha");
  server_.AddOrganisation("z", "Zeta", "", "organisations/cast");
  ASSERT_TRUE(Create(Sample()));
  v1::ListOrganisationsRequest request;
  request.set_page_size(2);
  EXPECT_THAT(List(request),
              ElementsAre("Alpha", "Grass Laboratory", "Science Association", "Zeta", "赤峰学院"));
  request.set_query("LAB");
  EXPECT_THAT(List(request), ElementsAre("Grass Laboratory"));
  request.set_query("学院");
  EXPECT_THAT(List(request), ElementsAre("赤峰学院"));
  request.clear_query();
  request.set_recommender("organisations/cast");
  EXPECT_THAT(List(request), ElementsAre("Grass Laboratory", "Zeta", "赤峰学院"));
  request.set_kind("university");
  EXPECT_THAT(List(request), ElementsAre("赤峰学院"));
  request.set_region("999999");
  EXPECT_THAT(List(request), ElementsAre());
}

TEST_F(OrganisationTest, ListRefusesAPageOfAnotherList) {
  v1::ListOrganisationsRequest request;
  request.set_page_size(1);
  const auto page = server_.Call(server_.administrator(), &Stub::ListOrganisations, request);
  request.set_page_token(page->next_page_token());
  request.set_kind("institute");
  EXPECT_EQ(ReasonOf(server_.Call(server_.administrator(), &Stub::ListOrganisations, request)),
            "PAGE_TOKEN_INVALID");
  request.clear_page_token();
  request.set_recommender("x");
  EXPECT_EQ(ReasonOf(server_.Call(server_.administrator(), &Stub::ListOrganisations, request)),
            "FIELD_INVALID");
}

}  // namespace
}  // namespace redpeak::identity
