#include <gmock/gmock.h>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::Contains;
using ::testing::ElementsAre;
using ::testing::HasSubstr;
using testing::IdentityServer;
using ::testing::Not;
using ::testing::UnorderedElementsAre;
using Stub = v1::IdentityService::Stub;

constexpr char kNumber[] = "11010519491231002X";

class PersonTest : public ::testing::Test {
 protected:
  static v1::Person Sample() {
    v1::Person person;
    person.set_display_name("萨仁");
    person.set_gender("女");
    person.set_birth_year(1985);
    person.set_organisation("organisations/lab");
    person.set_professional_title("副高级");
    person.set_degree("博士");
    person.set_discipline("210");
    person.set_orcid("0000-0002-1825-0097");
    person.set_email("saren@example.org");
    person.set_phone("+86 476 123-4567");
    person.set_identity_number(kNumber);
    return person;
  }
  Result<v1::Person> Create(const v1::Person& person, const std::string& id = "") {
    v1::CreatePersonRequest request;
    request.set_person_id(id);
    *request.mutable_person() = person;
    return server_.Call(officer_, &Stub::CreatePerson, request);
  }
  Result<v1::Person> Update(const std::string& token, const v1::Person& person,
                            const std::vector<std::string>& paths) {
    v1::UpdatePersonRequest request;
    *request.mutable_person() = person;
    for (const auto& path : paths) request.mutable_update_mask()->add_paths(path);
    return server_.Call(token, &Stub::UpdatePerson, request);
  }
  Result<v1::Person> Get(const std::string& token, const std::string& name) {
    v1::GetPersonRequest request;
    request.set_name(name);
    return server_.Call(token, &Stub::GetPerson, request);
  }
  std::string FieldOf(const v1::Person& person, const std::string& id = "") {
    const auto created = Create(person, id);
    return created || created.error().violations.empty() ? std::string()
                                                         : created.error().violations[0].field;
  }
  std::vector<std::string> List(const std::string& token, v1::ListPeopleRequest request) {
    std::vector<std::string> names;
    do {
      const auto page = server_.Call(token, &Stub::ListPeople, request);
      EXPECT_TRUE(page) << page.error().message;
      if (!page) break;
      for (const auto& person : page->people()) names.push_back(person.display_name());
      request.set_page_token(page->next_page_token());
    } while (!request.page_token().empty());
    return names;
  }
  static std::string ReasonOf(const auto& outcome) { return outcome ? "" : outcome.error().reason; }

  IdentityServer server_;
  const std::string officer_ = server_.SignInAs("officer", Role::PROGRAMME_OFFICER);
};

TEST_F(PersonTest, IsMadeWithoutTellingTheIdentityNumber) {
  const auto created = Create(Sample(), "saren");
  ASSERT_TRUE(created) << created.error().message;
  auto expected = Sample();
  expected.set_name("people/saren");
  expected.clear_identity_number();
  *expected.mutable_create_time() = ToProto(server_.Now());
  expected.set_etag("1");
  EXPECT_EQ(created->SerializeAsString(), expected.SerializeAsString());
  EXPECT_EQ(Get(officer_, "people/saren")->SerializeAsString(), expected.SerializeAsString());
  EXPECT_THAT(server_.Actions("people/saren"), ElementsAre("created"));
}

TEST_F(PersonTest, HasAnIdentityNumberThatIsSealedEverywhere) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  for (const auto& row : server_.Query("SELECT people::text FROM identity.people UNION ALL "
                                       "SELECT encode(detail, 'escape') FROM base.events")) {
    EXPECT_THAT(row[0].as<std::string>(), Not(HasSubstr(kNumber)));
  }
  EXPECT_EQ(server_
                .Query("SELECT octet_length(identity_sealed), octet_length(identity_hash) "
                       "FROM identity.people WHERE id = 'saren'")[0][0]
                .as<int>(),
            12 + 18 + 16);
}

TEST_F(PersonTest, SeesOnlyTheEndOfTheOwnIdentityNumber) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  const auto self = server_.SignInAs("saren", Role::RESEARCHER);
  const auto me = Get(self, "people/saren");
  ASSERT_TRUE(me) << me.error().message;
  EXPECT_EQ(me->identity_number_masked(), "**************002X");
  EXPECT_EQ(me->identity_number(), "");
  EXPECT_EQ(Get(server_.administrator(), "people/saren")->identity_number_masked(), "");
}

TEST_F(PersonTest, IsUniqueInIdentityNumberAndOrcid) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  auto other = Sample();
  other.clear_identity_number();
  EXPECT_EQ(ReasonOf(Create(other)), "ALREADY_EXISTS");
  other.clear_orcid();
  EXPECT_EQ(ReasonOf(Create(other, "saren")), "ALREADY_EXISTS");
  other.set_identity_number(kNumber);
  EXPECT_EQ(ReasonOf(Create(other)), "ALREADY_EXISTS");
  other.clear_identity_number();
  EXPECT_EQ(ReasonOf(Create(other)), "");
}

TEST_F(PersonTest, NamesTheFieldThatIsWrong) {
  const auto with = [](auto change) {
    auto person = Sample();
    change(person);
    return person;
  };
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_display_name("\t"); })), "person.display_name");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_display_name("two\nlines"); })),
            "person.display_name");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_gender("f"); })), "person.gender");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_birth_year(1830); })), "person.birth_year");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_organisation(""); })), "person.organisation");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_organisation("lab"); })), "person.organisation");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_organisation("organisations/no"); })),
            "person.organisation");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_professional_title("professor"); })),
            "person.professional_title");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_degree(std::string(21, 'x')); })), "person.degree");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_discipline("21"); })), "person.discipline");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_orcid("0000-0002-1825-0096"); })), "person.orcid");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_email("somewhere"); })), "person.email");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_phone("call me"); })), "person.phone");
  EXPECT_EQ(FieldOf(with([](auto& p) { p.set_identity_number("110105194912310021"); })),
            "person.identity_number");
  EXPECT_EQ(FieldOf(Sample(), "No Id"), "person_id");
}

TEST_F(PersonTest, IsKnownToThoseWhoMay) {
  server_.AddOrganisation("other", "Other");
  ASSERT_TRUE(Create(Sample(), "saren"));
  const auto email = [&](const std::string& token) {
    const auto person = Get(token, "people/saren");
    return person ? person->email() : person.error().reason;
  };
  const std::string known = "saren@example.org";
  EXPECT_EQ(email(server_.SignInAs("saren", Role::RESEARCHER)), known);
  EXPECT_EQ(email(server_.SignInAs("u", Role::UNIT_OFFICER, "organisations/lab")), known);
  EXPECT_EQ(email(server_.SignInAs("p", Role::PROGRAMME_OFFICER, "calls/2022")), known);
  EXPECT_EQ(email(server_.SignInAs("a", Role::APPROVER)), known);
  EXPECT_EQ(email(server_.SignInAs("d", Role::AUDITOR)), known);
  EXPECT_EQ(email(server_.administrator()), known);
  EXPECT_EQ(email(server_.SignInAs("v", Role::UNIT_OFFICER, "organisations/other")), "NOT_FOUND");
  EXPECT_EQ(email(server_.SignInAs("e", Role::EXPERT)), "NOT_FOUND");
  EXPECT_EQ(email(server_.SignInAs("r", Role::RESEARCHER)), "NOT_FOUND");
  v1::GetPersonRequest request;
  request.set_name("people/saren");
  EXPECT_EQ(server_.CallAsPeer(&Stub::GetPerson, request)->email(), known);
  EXPECT_EQ(ReasonOf(Get(officer_, "people/nobody")), "NOT_FOUND");
  EXPECT_EQ(ReasonOf(Get(officer_, "saren")), "FIELD_INVALID");
}

TEST_F(PersonTest, ChangesWhatIsTheOwn) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  const auto self = server_.SignInAs("saren", Role::RESEARCHER);
  auto wanted = *Get(self, "people/saren");
  wanted.set_phone("13900000009");
  wanted.set_organisation("organisations/cast");
  const auto updated = Update(self, wanted, {});
  ASSERT_TRUE(updated) << updated.error().message;
  EXPECT_EQ(updated->phone(), "13900000009");
  EXPECT_EQ(updated->organisation(), "organisations/lab");  // not one's own to change
  EXPECT_EQ(updated->identity_number_masked(), "**************002X");
  EXPECT_EQ(ReasonOf(Update(self, wanted, {"phone"})), "ETAG_MISMATCH");
  wanted.clear_etag();
  EXPECT_EQ(ReasonOf(Update(self, wanted, {"organisation"})), "ROLE_MISSING");
  EXPECT_EQ(Update(self, wanted, {"identity_number"})->identity_number_masked(), "");
}

TEST_F(PersonTest, IsMovedByAdministratorsOnly) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  v1::Person wanted;
  wanted.set_name("people/saren");
  wanted.set_organisation("organisations/cast");
  EXPECT_EQ(ReasonOf(Update(officer_, wanted, {"organisation"})), "NOT_FOUND");
  const auto moved = Update(server_.administrator(), wanted, {"organisation"});
  ASSERT_TRUE(moved) << moved.error().message;
  EXPECT_EQ(moved->organisation(), "organisations/cast");
  wanted.clear_organisation();
  EXPECT_EQ(
      Update(server_.administrator(), wanted, {"organisation"}).error().violations.at(0).field,
      "person.organisation");
  wanted.set_organisation("organisations/none");
  EXPECT_EQ(ReasonOf(Update(server_.administrator(), wanted, {"organisation"})), "FIELD_INVALID");
}

TEST_F(PersonTest, RefusesUpdates) {
  ASSERT_TRUE(Create(Sample(), "saren"));
  server_.AddPerson("other", "Other");
  v1::Person wanted;
  wanted.set_name("people/other");
  wanted.set_orcid(Sample().orcid());
  EXPECT_EQ(ReasonOf(Update(server_.administrator(), wanted, {"orcid"})), "ALREADY_EXISTS");
  wanted.set_identity_number(kNumber);
  EXPECT_EQ(ReasonOf(Update(server_.administrator(), wanted, {"identity_number"})),
            "ALREADY_EXISTS");
  EXPECT_EQ(Update(server_.administrator(), wanted, {"create_time"}).error().violations.at(0).field,
            "update_mask");
  wanted.set_gender("x");
  EXPECT_EQ(Update(server_.administrator(), wanted, {"gender"}).error().violations.at(0).field,
            "person.gender");
  wanted.set_name("people/nobody");
  EXPECT_EQ(ReasonOf(Update(server_.administrator(), wanted, {"gender"})), "NOT_FOUND");
  const auto stranger = server_.SignInAs("stranger", Role::RESEARCHER);
  wanted.set_name("people/saren");
  EXPECT_EQ(ReasonOf(Update(stranger, wanted, {"gender"})), "NOT_FOUND");
}

TEST_F(PersonTest, AreListedByNameInPages) {
  for (const char* id : {"dora", "ann", "carl", "bo"}) server_.AddPerson(id, std::string("Z") + id);
  server_.AddPerson("eve", "Zeve", "organisations/cast");
  v1::ListPeopleRequest request;
  request.set_page_size(2);
  EXPECT_THAT(List(officer_, request),
              ElementsAre("Root", "Zann", "Zbo", "Zcarl", "Zdora", "Zeve"));
  request.set_organisation("organisations/cast");
  EXPECT_THAT(List(officer_, request), ElementsAre("Zeve"));
  request.clear_organisation();
  request.set_query("zC");
  EXPECT_THAT(List(officer_, request), ElementsAre("Zcarl"));
  request.set_query("_");
  EXPECT_THAT(List(officer_, request), ElementsAre());
}

TEST_F(PersonTest, OfOtherUnitsAreNotListed) {
  server_.AddPerson("ann", "Ann");
  server_.AddPerson("eve", "Eve", "organisations/cast");
  const auto officer = server_.SignInAs("u", Role::UNIT_OFFICER, "organisations/cast");
  EXPECT_THAT(List(officer, {}), ElementsAre("Eve"));
  v1::ListPeopleRequest request;
  request.set_organisation("organisations/lab");
  EXPECT_THAT(List(officer, request), ElementsAre());
  request.clear_organisation();
  request.set_query("nn");
  EXPECT_THAT(List(officer, request), ElementsAre());
  request.set_organisation("lab");
  EXPECT_EQ(ReasonOf(server_.Call(officer, &Stub::ListPeople, request)), "FIELD_INVALID");
}

TEST_F(PersonTest, AreGivenToServicesWithUnitsAndLanguages) {
  server_.AddPerson("ann", "Ann");
  server_.AddPerson("bo", "Bo");
  server_.AddPerson("eve", "Eve", "organisations/cast");
  v1::InviteAccountRequest invite;
  invite.set_person("people/bo");
  invite.set_language("en");
  ASSERT_TRUE(server_.Call(server_.administrator(), &Stub::InviteAccount, invite));
  v1::BatchGetPeopleRequest request;
  for (const char* id : {"ann", "bo", "eve", "nobody", "ann"}) {
    request.add_names(std::string("people/") + id);
  }
  const auto batch = server_.CallAsPeer(&Stub::BatchGetPeople, request);
  ASSERT_TRUE(batch) << batch.error().message;
  std::vector<std::string> people, organisations;
  for (const auto& person : batch->people()) people.push_back(person.email());
  for (const auto& unit : batch->organisations()) organisations.push_back(unit.name());
  EXPECT_THAT(people, UnorderedElementsAre("ann@example.org", "bo@example.org", "eve@example.org"));
  EXPECT_THAT(organisations, UnorderedElementsAre("organisations/lab", "organisations/cast"));
  ASSERT_EQ(batch->languages_size(), 1);
  EXPECT_EQ(batch->languages().at("people/bo"), "en");
}

TEST_F(PersonTest, AreNotGivenToServicesByTheThousands) {
  v1::BatchGetPeopleRequest request;
  for (int i = 0; i < 1001; ++i) request.add_names("people/p" + std::to_string(i));
  EXPECT_EQ(server_.CallAsPeer(&Stub::BatchGetPeople, request).error().violations.at(0).field,
            "names");
  v1::BatchGetPeopleRequest malformed;
  malformed.add_names("p1");
  EXPECT_EQ(ReasonOf(server_.CallAsPeer(&Stub::BatchGetPeople, malformed)), "FIELD_INVALID");
}

}  // namespace
}  // namespace redpeak::identity
