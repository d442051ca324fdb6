#include "services/identity/import_rows.h"

#include <gmock/gmock.h>

#include "services/identity/organisation_import.h"
#include "services/identity/person_import.h"

namespace redpeak::identity {
namespace {

using ::testing::ElementsAre;

std::vector<std::string> FieldsOf(const Result<void>& outcome) {
  std::vector<std::string> fields;
  if (outcome) return fields;
  for (const auto& violation : outcome.error().violations) fields.push_back(violation.field);
  return fields;
}

TEST(ImportRows, KeepTheNumbersThatASpreadsheetShows) {
  const auto rows = ReadOrganisationRows(
      "\xef\xbb\xbfname,id,uscc,region,kind,endorsed_by\r\n\r\n"
      "\"甲,乙\n\",a,,150402,company,\r\n丙,b,,150402,company,a\r\n");
  ASSERT_TRUE(rows) << rows.error().message;
  ASSERT_EQ(rows->size(), 2U);
  EXPECT_EQ(rows->at(0).number, 3U);
  EXPECT_EQ(rows->at(0).organisation.display_name(), "甲,乙");
  EXPECT_EQ(rows->at(1).number, 4U);
  EXPECT_EQ(rows->at(1).organisation.recommender(), "organisations/a");
}

TEST(ImportRows, FindWhatComesTwiceAndWhatIsThere) {
  Violations violations;
  Seen seen("code");
  seen.AddExisting("old");
  seen.AddExisting("");
  seen.Check(violations, 2, "new");
  seen.Check(violations, 3, "");
  seen.Check(violations, 4, "");
  seen.Check(violations, 5, "new");
  seen.Check(violations, 6, "old");
  const auto error = violations.Check().error();
  EXPECT_THAT(FieldsOf(violations.Check()), ElementsAre("rows[5].code", "rows[6].code"));
  EXPECT_EQ(error.violations[0].rule, "REPEATED");
  EXPECT_EQ(error.violations[0].limit, "2");
  EXPECT_EQ(error.violations[1].rule, "ALREADY_EXISTS");
}

TEST(ImportRows, OfPeopleNeedAYearThatIsANumber) {
  const std::string header =
      "id,name,gender,born,organisation,title,degree,discipline,orcid,email,phone\n";
  const auto check = [&](const std::string& born) {
    const auto rows = ReadPersonRows(header + "a,甲,," + born + ",lab,,,,,,\n");
    return FieldsOf(CheckPersonRows(
        *rows, {.organisations = {"organisations/lab"}, .people = {}, .orcids = {}, .logins = {}},
        false));
  };
  EXPECT_THAT(check(""), ElementsAre());
  EXPECT_THAT(check("1980"), ElementsAre());
  for (const char* wrong : {"0", "-1980", "1980年", "80", "99999999999999"}) {
    EXPECT_THAT(check(wrong), ElementsAre("rows[2].born")) << wrong;
  }
}

}  // namespace
}  // namespace redpeak::identity
