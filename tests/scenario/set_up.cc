#include <set>

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "tests/scenario/accounts.h"
#include "tests/scenario/parallel.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace identity = ::redpeak::identity::v1;
namespace options = ::redpeak::options::v1;
using Stub = identity::IdentityService::Stub;

constexpr char kOrganiser[] = "organisations/organiser";

void ImportOrganisations(Play& play) {
  identity::ImportRequest request;
  request.set_csv(play.folder.organisations_csv);
  play.server.Do(play.cast.administrator, "imports the organisations", &Stub::ImportOrganisations,
                 request);
}

void ImportPeople(Play& play, bool experts) {
  for (const auto& csv : PeopleCsv(play.folder.people_table, experts)) {
    identity::ImportRequest request;
    request.set_csv(csv);
    request.set_invite(true);
    request.set_invite_role(experts ? options::EXPERT : options::RESEARCHER);
    play.server.Do(play.cast.administrator, "imports the people", &Stub::ImportPeople, request);
  }
}

// The association that calls for projects. It is none of the folder's, so that who decides for it
// shares a unit with no applicant.
void CreateOrganiser(Play& play) {
  identity::CreateOrganisationRequest request;
  request.set_organisation_id("organiser");
  auto& organisation = *request.mutable_organisation();
  organisation.set_display_name("市科学技术协会");
  organisation.set_uscc_exception("虚构的单位");
  organisation.set_kind("association");
  organisation.set_region("150400");
  play.server.Do(play.cast.administrator, "enters the organiser", &Stub::CreateOrganisation,
                 request);
}

void HireStaff(Play& play) {
  play.cast.officer = Hire(play, {"staff-officer", "苏日娜", "the programme officer", kOrganiser,
                                  options::PROGRAMME_OFFICER, ""});
  play.cast.approver =
      Hire(play, {"staff-approver", "陈志远", "the approver", kOrganiser, options::APPROVER, ""});
  play.cast.auditor =
      Hire(play, {"staff-auditor", "乌兰", "the auditor", kOrganiser, options::AUDITOR, ""});
}

// Who endorses for the unit of an applicant.
std::string RecommenderOf(const Folder& folder, const Application& application) {
  const auto& unit = folder.people.at(application.applicant).organisation;
  const auto& recommender = folder.organisations.at(unit).recommender;
  return recommender.empty() ? unit : recommender;
}

void HireUnitOfficers(Play& play) {
  std::set<std::string> units;
  for (const auto& application : play.folder.applications) {
    units.insert(RecommenderOf(play.folder, application));
  }
  for (const auto& unit : units) play.cast.unit_officers[unit];
  const std::vector<std::string> all(units.begin(), units.end());
  InParallel(all.size(), [&](std::size_t i) {
    const auto name = "organisations/" + all[i];
    play.cast.unit_officers.at(all[i]) =
        Hire(play, {"unit-officer-" + std::to_string(i + 1), "科研管理员" + std::to_string(i + 1),
                    "the officer of " + all[i], name, options::UNIT_OFFICER, name});
  });
}

// Logins are kept in small letters.
std::string LoginOf(std::string email) {
  for (char& c : email) c = c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c;
  return email;
}

}  // namespace

void SetUp(Play& play) {
  Enter(play, play.cast.administrator);
  ImportOrganisations(play);
  CreateOrganiser(play);
  HireStaff(play);
  HireUnitOfficers(play);
  ImportPeople(play, /*experts=*/false);
  ImportPeople(play, /*experts=*/true);
  for (const auto& [id, person] : play.folder.people) {
    play.cast.people[id] = {.title = person.name + " (" + id + ")", .login = LoginOf(person.email)};
  }
  EnterApplicants(play);
}

}  // namespace redpeak::scenario
