#pragma once

#include <string>
#include <string_view>
#include <vector>

// How well an expert suits a submission, from 0 (not at all) to 1.
//
//   affinity = 0.7 closeness + 0.3 overlap
//
// closeness is that of the submission's discipline to the nearest of the expert's, both codes of
// GB/T 13745-2009 (three digits, two more for the second level, two more for the third):
//   1     the same code
//   0.8   the same second level, one of them or both further down
//   0.5   the same first level
//   0.15  the same of the standard's five classes: natural sciences 1xx, agriculture 2xx, medicine
//         3xx, engineering 4xx to 6xx, humanities and social sciences 7xx to 9xx
//   0     otherwise
// overlap is Jaccard's index of the two sets of keywords, where a keyword of the expert that stands
// in the submission's title counts as the submission's own; 0 where there is none on either side.
// Keywords and titles are compared folded (width, case); a keyword that begins or ends with an
// ASCII letter or digit must begin or end a word of the title, since Chinese has no such words but
// Latin has.
namespace redpeak::review {

struct Expertise {
  std::vector<std::string> disciplines;
  std::vector<std::string> keywords;
};

struct Topic {
  std::string discipline;
  std::vector<std::string> keywords;
  std::string title;
};

double DisciplineCloseness(std::string_view code, std::string_view other);

// Topics × experts, row by row, as AssignmentProblem wants it.
std::vector<float> Affinities(const std::vector<Topic>& topics,
                              const std::vector<Expertise>& experts);

}  // namespace redpeak::review
