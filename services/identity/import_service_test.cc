#include <gmock/gmock.h>

#include <fstream>
#include <sstream>

#include "tests/identity_server.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;
using testing::IdentityServer;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using Stub = v1::IdentityService::Stub;

constexpr char kUnits[] = "id,name,uscc,region,kind,endorsed_by\n";
constexpr char kPeople[] =
    "id,name,gender,born,organisation,title,degree,discipline,orcid,email,phone\n";

class ImportTest : public ::testing::Test {
 protected:
  static std::string File(const std::string& name) {
    std::ostringstream text;
    text << std::ifstream(TEST_DATA "/chifeng-2022/" + name).rdbuf();
    return text.str();
  }
  Result<v1::ImportResponse> Units(const std::string& csv, bool validate_only = false) {
    v1::ImportRequest request;
    request.set_csv(csv);
    request.set_validate_only(validate_only);
    return server_.Call(server_.administrator(), &Stub::ImportOrganisations, request);
  }
  Result<v1::ImportResponse> People(const std::string& csv, bool invite = false,
                                    Role role = Role::ROLE_UNSPECIFIED) {
    v1::ImportRequest request;
    request.set_csv(csv);
    request.set_invite(invite);
    request.set_invite_role(role);
    return server_.Call(server_.administrator(), &Stub::ImportPeople, request);
  }
  static std::vector<std::string> Violations(const Result<v1::ImportResponse>& outcome) {
    std::vector<std::string> violations;
    if (outcome) return violations;
    for (const auto& violation : outcome.error().violations) {
      violations.push_back(violation.field + " " + violation.rule);
    }
    return violations;
  }
  int Count(const std::string& table) {
    return server_.Query("SELECT count(*) FROM " + table)[0][0].as<int>();
  }

  IdentityServer server_;
};

TEST_F(ImportTest, TakesTheYear2022) {
  server_.Query("DELETE FROM identity.organisations");  // the data have the same codes
  const auto units = Units(File("organisations.csv"));
  ASSERT_TRUE(units) << units.error().message;
  EXPECT_EQ(units->imported(), 140);
  const auto people = People(File("people.csv"), true, Role::EXPERT);
  ASSERT_TRUE(people) << people.error().message;
  EXPECT_EQ(people->imported(), 1036);
  EXPECT_EQ(Count("identity.people"), 1 + 1036);
  EXPECT_EQ(Count("identity.accounts WHERE state = 'INVITED'"), 1036);
  EXPECT_EQ(Count("identity.grants WHERE role = 'EXPERT' AND scope = ''"), 1036);
  EXPECT_EQ(Count("base.mails"), 1036);
  EXPECT_THAT(server_.Actions("organisations"), ElementsAre("imported"));
  EXPECT_THAT(server_.Actions("people"), ElementsAre("imported"));
  v1::ActivateAccountRequest activate;
  activate.set_token(server_.MailedToken("p01036@example.org"));
  activate.set_password(IdentityServer::kPassword);
  const auto activated = server_.Call("", &Stub::ActivateAccount, activate);
  ASSERT_TRUE(activated) << activated.error().message;
  EXPECT_EQ(activated->account().person(), "people/p01036");
}

TEST_F(ImportTest, NamesEveryWrongCellOfOrganisationsByRowAndColumn) {
  const auto refused = Units(std::string(kUnits) +
                             "one,一号单位,91350200776049653A,150402,company,two\n"
                             "two,二号单位,91350200776049653B,150402,company,\n"
                             "two,一号单位,91350200776049653A,1504,shop,nowhere\n"
                             "\n"
                             "Bad Id,,,150402,company,lab\n"
                             "lab,Grass Laboratory,91150403L5DPF5UWR4,150402,company,\n");
  EXPECT_THAT(Violations(refused),
              UnorderedElementsAre("rows[3].uscc CHECK_DIGIT", "rows[4].kind UNKNOWN",
                                   "rows[4].region MALFORMED", "rows[4].endorsed_by NOT_FOUND",
                                   "rows[4].id REPEATED", "rows[4].name REPEATED",
                                   "rows[4].uscc REPEATED", "rows[6].id MALFORMED",
                                   "rows[6].name REQUIRED", "rows[7].id ALREADY_EXISTS",
                                   "rows[7].name ALREADY_EXISTS", "rows[7].uscc ALREADY_EXISTS"));
  EXPECT_EQ(Count("identity.organisations"), 2);
}

TEST_F(ImportTest, TakesACodeWithAnExceptionAndARecommenderFurtherDown) {
  const auto imported = Units(
      "id,name,uscc,region,kind,endorsed_by,uscc_exception\n"
      "one,一号单位,91350203M0001QAY9B,150402,company,two,证书如此\n"
      "two, 二号单位 ,,150402,association,,\n");
  ASSERT_TRUE(imported) << imported.error().message;
  const auto row = server_.Query(
      "SELECT recommender, uscc_exception FROM identity.organisations "
      "WHERE id = 'one'")[0];
  EXPECT_EQ(row[0].as<std::string>(), "two");
  EXPECT_EQ(row[1].as<std::string>(), "证书如此");
  EXPECT_EQ(Count("identity.organisations WHERE display_name = '二号单位'"), 1);
}

TEST_F(ImportTest, NamesEveryWrongCellOfPeopleByRowAndColumn) {
  server_.AddPerson("old", "Old");
  const auto refused =
      People(std::string(kPeople) +
             "new,新人,男,1980,lab,中级,博士,210,0000-0002-1825-0097,new@example.org,1\n"
             "old,旧人,X,198O,nowhere,教授,博士,2,0000-0002-1825-0097,no address,call\n"
             "third,,,,,,,,0000-0002-1825-0096,,\n");
  EXPECT_THAT(Violations(refused),
              UnorderedElementsAre("rows[3].id ALREADY_EXISTS", "rows[3].gender UNKNOWN",
                                   "rows[3].born OUT_OF_RANGE", "rows[3].organisation NOT_FOUND",
                                   "rows[3].title UNKNOWN", "rows[3].discipline MALFORMED",
                                   "rows[3].orcid REPEATED", "rows[3].email MALFORMED",
                                   "rows[3].phone MALFORMED", "rows[4].name REQUIRED",
                                   "rows[4].organisation REQUIRED", "rows[4].orcid CHECK_DIGIT"));
  EXPECT_EQ(Count("identity.people"), 2);
}

TEST_F(ImportTest, InvitesNobodyWithoutAnAddressOfTheirOwn) {
  const std::string rows = std::string(kPeople) +
                           "a,甲,,,lab,,,,,,\n"
                           "b,乙,,,lab,,,,,same@example.org,\n"
                           "c,丙,,,lab,,,,,Same@example.org,\n"
                           "d,丁,,,lab,,,,,root@example.org,\n";
  EXPECT_THAT(Violations(People(rows, true)),
              UnorderedElementsAre("rows[2].email REQUIRED", "rows[4].email REPEATED",
                                   "rows[5].email ALREADY_EXISTS"));
  EXPECT_THAT(Violations(People(rows, true, Role::ADMINISTRATOR)),
              ElementsAre("invite_role UNKNOWN"));
  EXPECT_EQ(Count("base.mails"), 0);
  EXPECT_THAT(Violations(People(rows)), IsEmpty());
  EXPECT_EQ(Count("base.mails"), 0);
}

TEST_F(ImportTest, ChangesNothingWhenItOnlyValidates) {
  const auto checked = Units(std::string(kUnits) + "one,一号单位,,150402,company,\n", true);
  ASSERT_TRUE(checked) << checked.error().message;
  EXPECT_EQ(checked->imported(), 1);
  EXPECT_EQ(Count("identity.organisations"), 2);
  EXPECT_THAT(server_.Actions("organisations"), IsEmpty());
}

TEST_F(ImportTest, RefusesWhatIsNoTable) {
  const auto reason = [&](const std::string& csv) { return Units(csv).error().reason; };
  EXPECT_EQ(reason(""), "FIELD_INVALID");
  EXPECT_EQ(reason("\xff\xfe"), "CSV_NOT_UTF8");
  EXPECT_EQ(reason("id,name\n"), "CSV_COLUMN_MISSING");
  EXPECT_EQ(reason(std::string(kUnits) + "one,two\n"), "CSV_ROW_RAGGED");
  EXPECT_EQ(reason(std::string((3 << 20) + 1, 'x')), "FIELD_INVALID");
  EXPECT_EQ(Units(kUnits)->imported(), 0);
}

TEST_F(ImportTest, NamesTheFirstThirtyTwoOfManyMistakes) {
  std::string rows = kUnits;
  for (int i = 0; i < 1000; ++i) rows += "u" + std::to_string(i) + ",单位,,150402,company,\n";
  const auto refused = Units(rows);
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.error().violations.size(), 32U);
  EXPECT_EQ(refused.error().metadata.at("more"), "967");
}

}  // namespace
}  // namespace redpeak::identity
