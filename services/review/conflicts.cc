#include "services/review/conflicts.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "services/base/names.h"
#include "services/base/text.h"

namespace redpeak::review {
namespace {

using Kind = v1::Conflict;

// Units are compared as people mean them: without the space around them, or full-width letters.
std::string UnitKey(std::string_view unit) { return Fold(Trim(unit)); }

bool Contains(const std::vector<std::string>& values, std::string_view value) {
  return std::ranges::find(values, value) != values.end();
}

bool IsTeamUnit(const Subject& subject, const Affiliation& person) {
  if (person.organisation.empty()) return false;
  const auto name = UnitKey(person.organisation_name);
  return std::ranges::any_of(subject.team_units, [&](const std::string& unit) {
    return LastId(unit) == person.organisation || (!name.empty() && UnitKey(unit) == name);
  });
}

// People by whatever may lead a submission to them.
class PeopleIndex {
 public:
  explicit PeopleIndex(const std::vector<Affiliation>& people) : people_(people) {
    for (size_t i = 0; i < people.size(); ++i) {
      by_person_.emplace(people[i].person, i);
      if (people[i].organisation.empty()) continue;
      by_organisation_.emplace(people[i].organisation, i);
      by_unit_.emplace(UnitKey(people[i].organisation_name), i);
    }
  }

  // Positions of all who may be in conflict, and of some who are not.
  std::set<size_t> Candidates(const Subject& subject) const {
    std::set<size_t> found;
    Collect(by_person_, subject.leader, found);
    for (const auto& person : subject.team_people) Collect(by_person_, person, found);
    for (const auto& person : subject.avoided) Collect(by_person_, person, found);
    Collect(by_organisation_, subject.unit, found);
    Collect(by_organisation_, subject.recommender, found);
    for (const auto& unit : subject.team_units) {
      Collect(by_organisation_, LastId(unit), found);
      Collect(by_unit_, UnitKey(unit), found);
    }
    return found;
  }
  const Affiliation& At(size_t position) const { return people_[position]; }

 private:
  using Index = std::unordered_multimap<std::string, size_t>;
  static void Collect(const Index& index, const std::string& key, std::set<size_t>& found) {
    const auto [from, to] = index.equal_range(key);
    for (auto it = from; it != to; ++it) found.insert(it->second);
  }

  const std::vector<Affiliation>& people_;
  Index by_person_;
  Index by_organisation_;
  Index by_unit_;
};

}  // namespace

std::vector<v1::Conflict::Kind> ConflictsOf(const Subject& subject, const Affiliation& person) {
  std::vector<v1::Conflict::Kind> kinds;
  const auto& unit = person.organisation;
  if (person.person == subject.leader) kinds.push_back(Kind::APPLICANT);
  if (Contains(subject.team_people, person.person)) kinds.push_back(Kind::TEAM_MEMBER);
  if (!unit.empty() && (unit == subject.unit || unit == subject.recommender)) {
    kinds.push_back(Kind::SAME_UNIT);
  }
  if (IsTeamUnit(subject, person)) kinds.push_back(Kind::TEAM_UNIT);
  if (Contains(subject.avoided, person.person)) kinds.push_back(Kind::AVOIDED);
  return kinds;
}

std::vector<FoundConflict> FindConflicts(const std::vector<Subject>& subjects,
                                         const std::vector<Affiliation>& people) {
  const PeopleIndex index(people);
  std::vector<FoundConflict> found;
  for (const auto& subject : subjects) {
    for (const auto position : index.Candidates(subject)) {
      const auto& person = index.At(position);
      for (const auto kind : ConflictsOf(subject, person)) {
        found.push_back({subject.id, person.person, kind});
      }
    }
  }
  return found;
}

bool IsStructural(v1::Conflict::Kind kind) {
  return kind != Kind::DECLARED && kind != Kind::SET_BY_OFFICER;
}

bool IsInvolved(const Subject& subject, std::string_view person) {
  return !person.empty() && (subject.leader == person || Contains(subject.team_people, person));
}

}  // namespace redpeak::review
