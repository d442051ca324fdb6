#include "services/review/affinity.h"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <cstddef>
#include <cstdint>
#include <fstream>
#include <functional>
#include <sstream>
#include <string>
#include <vector>

#include "services/base/csv.h"
#include "services/review/assignment.h"

namespace redpeak::review {
namespace {

using testing::FloatEq;
using testing::Pointwise;

float One(const Topic& topic, const Expertise& expert) {
  return Affinities({topic}, {expert}).at(0);
}

TEST(AffinityTest, CodesAreCloserTheMoreLevelsTheyShare) {
  EXPECT_EQ(DisciplineCloseness("1801120", "1801120"), 1);
  EXPECT_EQ(DisciplineCloseness("180", "180"), 1);
  EXPECT_EQ(DisciplineCloseness("1801120", "1801130"), 0.8);
  EXPECT_EQ(DisciplineCloseness("18011", "1801130"), 0.8);
  EXPECT_EQ(DisciplineCloseness("18011", "18014"), 0.5);
  EXPECT_EQ(DisciplineCloseness("180", "1801120"), 0.5);
  EXPECT_EQ(DisciplineCloseness("180", "170"), 0.15);
  EXPECT_EQ(DisciplineCloseness("410", "630"), 0.15) << "engineering is 4xx to 6xx";
  EXPECT_EQ(DisciplineCloseness("630", "790"), 0);
  EXPECT_EQ(DisciplineCloseness("", ""), 0);
  EXPECT_EQ(DisciplineCloseness("x", "y"), 0);
  EXPECT_EQ(DisciplineCloseness("010", "020"), 0) << "the standard has no such class";
}

TEST(AffinityTest, TheNearestDisciplineOfAnExpertCounts) {
  EXPECT_FLOAT_EQ(One({"210", {}, ""}, {{"750", "220", "210"}, {}}), 0.7F);
  EXPECT_FLOAT_EQ(One({"210", {}, ""}, {{"750", "220"}, {}}), 0.7F * 0.15F);
  EXPECT_FLOAT_EQ(One({"210", {}, ""}, {{}, {}}), 0);
}

TEST(AffinityTest, KeywordsOverlapByJaccard) {
  const Expertise expert{{"210"}, {"草原", "牧草育种", "遥感", "遥感"}};
  EXPECT_FLOAT_EQ(One({"210", {"草原", "土壤"}, ""}, expert), 0.7F + 0.3F * 1 / 4);
  EXPECT_FLOAT_EQ(One({"210", {"草原", "遥感", "牧草育种"}, ""}, expert), 1);
  EXPECT_FLOAT_EQ(One({"210", {"土壤"}, ""}, expert), 0.7F);
  EXPECT_FLOAT_EQ(One({"210", {""}, ""}, {{"210"}, {""}}), 0.7F) << "nothing is no keyword";
}

TEST(AffinityTest, AKeywordInTheTitleIsTheSubmissionsOwn) {
  const Expertise expert{{}, {"草原", "遥感"}};
  EXPECT_FLOAT_EQ(One({"", {}, "科尔沁草原退化的遥感监测"}, expert), 0.3F);
  EXPECT_FLOAT_EQ(One({"", {"草原", "土壤"}, "草原土壤"}, expert), 0.3F / 3) << "counted once";
  EXPECT_FLOAT_EQ(One({"", {}, "草原与草原"}, expert), 0.3F / 2);
}

TEST(AffinityTest, LatinKeywordsAreWholeWordsInAnyCaseAndWidth) {
  const Expertise expert{{}, {"ｄｎａ"}};
  EXPECT_FLOAT_EQ(One({"", {}, "羊DNA条形码"}, expert), 0.3F);
  EXPECT_FLOAT_EQ(One({"", {"Dna"}, ""}, expert), 0.3F);
  EXPECT_FLOAT_EQ(One({"", {}, "cDNA文库"}, expert), 0);
  EXPECT_FLOAT_EQ(One({"", {}, "DNA2"}, expert), 0);
}

TEST(AffinityTest, ARowIsASubmissionAndLeavesNothingForTheNext) {
  const std::vector<Topic> topics{{"210", {"草原"}, ""}, {"210", {}, ""}, {"750", {"草原"}, ""}};
  const std::vector<Expertise> experts{{{"210"}, {"草原"}}, {{"750"}, {}}};
  EXPECT_THAT(Affinities(topics, experts),
              Pointwise(FloatEq(), {1.0F, 0.0F, 0.7F, 0.0F, 0.3F, 0.7F}));
  EXPECT_TRUE(Affinities(topics, {}).empty());
  EXPECT_TRUE(Affinities({}, experts).empty());
}

CsvTable Table(const std::string& name) {
  std::ifstream file(TEST_DATA "/chifeng-2022/" + name);
  std::stringstream text;
  text << file.rdbuf();
  return ReadCsv(text.str(), {}).value();
}

std::vector<std::string> Split(std::string_view list) {
  std::vector<std::string> items;
  std::stringstream text{std::string(list)};
  for (std::string item; std::getline(text, item, ';');) items.push_back(item);
  return items;
}

// In millionths; what no assignment of three available experts to each submission can exceed.
std::int64_t BestThreeOfEach(const AssignmentProblem& problem) {
  std::int64_t total = 0;
  auto row = problem.affinities.begin();
  for (std::size_t submission = 0; submission < problem.wanted.size(); ++submission) {
    std::vector<float> available;
    for (const int limit : problem.limits) {
      if (limit > 0) available.push_back(*row);
      ++row;
    }
    std::partial_sort(available.begin(), available.begin() + 3, available.end(), std::greater<>());
    for (int i = 0; i < 3; ++i)
      total += std::lround(available.at(static_cast<std::size_t>(i)) * 1e6);
  }
  return total;
}

TEST(AffinityTest, TheYear2022IsReviewedInItsOwnDisciplines) {
  AssignmentProblem problem;
  std::vector<Topic> topics;
  std::vector<Expertise> experts;
  const CsvTable submissions = Table("submissions.csv");
  for (const CsvRow& row : submissions.rows) {
    topics.push_back({std::string(submissions.Cell(row, "discipline")),
                      {},
                      std::string(submissions.Cell(row, "title"))});
  }
  const CsvTable pool = Table("experts.csv");
  for (const CsvRow& row : pool.rows) {
    experts.push_back({Split(pool.Cell(row, "disciplines")), {}});
    const bool available = pool.Cell(row, "available") == "yes";
    problem.limits.push_back(available ? std::stoi(std::string(pool.Cell(row, "max_reviews"))) : 0);
  }
  problem.wanted.assign(topics.size(), 3);
  problem.affinities = Affinities(topics, experts);
  const Assignment assignment = Assign(problem);
  EXPECT_TRUE(assignment.lacks.empty());
  EXPECT_EQ(assignment.pairs.size(), 463U * 3);
  EXPECT_EQ(assignment.affinity_millionths, BestThreeOfEach(problem))
      << "no limit stands in the way";
}

}  // namespace
}  // namespace redpeak::review
