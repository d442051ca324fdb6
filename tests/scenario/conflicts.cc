#include "tests/scenario/conflicts.h"

#include <algorithm>

namespace redpeak::scenario {
namespace {

bool IsOfMembersUnit(const Folder& folder, const Member& member, const std::string& organisation) {
  if (member.unit == folder.organisations.at(organisation).name) return true;
  const auto person = folder.people.find(member.person);
  return person != folder.people.end() && person->second.organisation == organisation;
}

}  // namespace

bool IsInConflict(const Folder& folder, const Application& application, const std::string& expert) {
  const auto& leaders = folder.people.at(application.applicant).organisation;
  const auto& own = folder.people.at(expert).organisation;
  return application.applicant == expert || own == leaders ||
         own == folder.organisations.at(leaders).recommender ||
         std::ranges::any_of(application.team, [&](const Member& member) {
           return member.person == expert || IsOfMembersUnit(folder, member, own);
         });
}

int CountFreeExperts(const Folder& folder, const Application& application) {
  return static_cast<int>(std::ranges::count_if(folder.experts, [&](const auto& entry) {
    return entry.second.available && !IsInConflict(folder, application, entry.first);
  }));
}

}  // namespace redpeak::scenario
