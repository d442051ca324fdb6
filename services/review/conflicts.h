#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/review/v1/review.pb.h"

namespace redpeak::review {

// What the review knows of a submission. People and organisations are ids.
struct Subject {
  std::string id{};
  std::string call{};  // id
  std::string title{};
  std::string number{};
  std::string category{};
  std::string discipline{};
  std::vector<std::string> keywords{};
  int64_t amount_fen = 0;
  std::string leader{};
  std::string leader_name{};
  std::string unit{};
  std::string unit_name{};
  std::string recommender{};
  std::vector<std::string> team_people{};  // of members whose person is known
  std::vector<std::string> team_units{};   // names as the applicant wrote them
  std::vector<std::string> avoided{};      // people
  bool withdrawn = false;
};

// A person as the rules of conflict see them.
struct Affiliation {
  std::string person{};        // id
  std::string organisation{};  // id
  std::string organisation_name{};
};

struct FoundConflict {
  std::string submission;  // id
  std::string person;      // id
  v1::Conflict::Kind kind;
  bool operator==(const FoundConflict&) const = default;
};

// Every conflict that the facts show: APPLICANT leads the submission; TEAM_MEMBER is in its team;
// SAME_UNIT is of its host or of the recommending organisation; TEAM_UNIT is of an organisation
// that is a team member's, by name or id; AVOIDED was named by the applicant.
std::vector<v1::Conflict::Kind> ConflictsOf(const Subject& subject, const Affiliation& person);

// The same of many submissions and people. Ordered by submission as given.
std::vector<FoundConflict> FindConflicts(const std::vector<Subject>& subjects,
                                         const std::vector<Affiliation>& people);

// Whether the kind follows from facts, rather than from somebody's word.
bool IsStructural(v1::Conflict::Kind kind);

// Whether the person leads the submission or is in its team: then nobody tells them of its reviews.
bool IsInvolved(const Subject& subject, std::string_view person);

}  // namespace redpeak::review
