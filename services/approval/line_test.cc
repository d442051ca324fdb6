#include "services/approval/line.h"

#include <gmock/gmock.h>

#include <random>

namespace redpeak::approval {
namespace {

using ::testing::ElementsAre;
using ::testing::IsEmpty;
using ::testing::UnorderedElementsAre;
using v1::Proposal;
using v1::ProposalItem;

ProposalItem Item(const std::string& name, int rank, double spread = 0, int64_t amount_fen = 1) {
  ProposalItem item;
  item.set_submission("submissions/" + name);
  item.set_number(name);
  item.set_rank(rank);
  item.set_spread(spread);
  item.set_amount_fen(amount_fen);
  return item;
}

Proposal ByCount(int count) {
  Proposal proposal;
  proposal.set_funded_count(count);
  return proposal;
}

Proposal ByBudget(int64_t fen) {
  Proposal proposal;
  proposal.set_budget_fen(fen);
  return proposal;
}

std::vector<std::string> In(const std::vector<ProposalItem>& items) {
  std::vector<std::string> numbers;
  for (const auto& item : items) {
    if (item.proposed()) numbers.push_back(item.number());
  }
  return numbers;
}

TEST(Line, TakesTheBestByCount) {
  auto proposal = ByCount(2);
  std::vector items = {Item("c", 3), Item("a", 1), Item("b", 2)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("a", "b"));
  EXPECT_EQ(proposal.proposed_count(), 2);
  EXPECT_EQ(proposal.proposed_fen(), 2);
  EXPECT_THAT(proposal.ties_at_line(), IsEmpty());
  EXPECT_THAT(proposal.tie_rule(), IsEmpty());
}

TEST(Line, TakesAllWhereThereAreFewerThanFunded) {
  auto proposal = ByCount(5);
  std::vector items = {Item("a", 1), Item("b", 1)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("a", "b"));
  EXPECT_THAT(proposal.ties_at_line(), IsEmpty());
}

TEST(Line, TakesNoneWithoutALimit) {
  Proposal proposal;
  std::vector items = {Item("a", 1)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), IsEmpty());
}

TEST(Line, EndsWithTheFirstThatDoesNotFitTheBudget) {
  auto proposal = ByBudget(100);
  std::vector items = {Item("a", 1, 0, 60), Item("b", 2, 0, 50), Item("c", 3, 0, 10)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("a"));
  EXPECT_EQ(proposal.proposed_fen(), 60);
}

TEST(Line, SpendsABudgetToTheLastFen) {
  auto proposal = ByBudget(100);
  std::vector items = {Item("a", 1, 0, 60), Item("b", 2, 0, 40), Item("c", 3, 0, 0)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("a", "b", "c")) << "what costs nothing always fits";
}

TEST(Line, BreaksTiesBySpreadThenAmountThenNumber) {
  auto proposal = ByCount(3);
  std::vector items = {Item("e", 1, 2.0, 10), Item("d", 1, 1.0, 20), Item("c", 1, 1.0, 10),
                       Item("b", 1, 1.0, 10)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("b", "c", "d"));
}

TEST(Line, ListsAllEqualOnesAroundIt) {
  auto proposal = ByCount(2);
  std::vector items = {Item("a", 1), Item("b", 2), Item("c", 2), Item("d", 2), Item("e", 5)};
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("a", "b"));
  EXPECT_THAT(proposal.ties_at_line(),
              UnorderedElementsAre("submissions/b", "submissions/c", "submissions/d"));
  EXPECT_THAT(proposal.tie_rule(), ::testing::HasSubstr("smaller spread"));
  EXPECT_THAT(proposal.tie_rule(), ::testing::HasSubstr("离散度"));
}

TEST(Line, PassesOverTheRemoved) {
  auto proposal = ByCount(1);
  std::vector items = {Item("a", 1), Item("b", 2)};
  items[0].set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
  DrawLine(proposal, items);
  EXPECT_THAT(In(items), ElementsAre("b"));
  EXPECT_FALSE(items[0].by_ranking());
}

// A random ranking: ranks as the review gives them (1, 2, 2, 4), amounts and spreads that often
// coincide.
std::vector<ProposalItem> RandomItems(std::mt19937& random) {
  std::vector<ProposalItem> items;
  const int count = static_cast<int>(random() % 30);
  int rank = 1;
  for (int i = 0; i < count; ++i) {
    if (random() % 2 == 0) rank = i + 1;
    auto item = Item(std::to_string(100 + random() % 900) + "-" + std::to_string(i), rank,
                     static_cast<double>(random() % 3), static_cast<int64_t>(random() % 4) * 10);
    if (random() % 10 == 0) item.set_removal(ProposalItem::SUBMISSION_WITHDRAWN);
    items.push_back(item);
  }
  std::shuffle(items.begin(), items.end(), random);
  return items;
}

bool IsCandidate(const ProposalItem& item) {
  return item.removal() == ProposalItem::REMOVAL_UNSPECIFIED;
}

// What must hold of any line: those in are a prefix of the candidates in order, the limit holds,
// and one more would break it.
void CheckLine(const Proposal& proposal, const std::vector<ProposalItem>& items) {
  EXPECT_TRUE(std::ranges::is_sorted(items, ComesBefore));
  int64_t count = 0;
  int64_t sum_fen = 0;
  const ProposalItem* first_out = nullptr;
  for (const auto& item : items) {
    EXPECT_EQ(item.proposed(), item.by_ranking());
    if (!IsCandidate(item)) {
      EXPECT_FALSE(item.proposed());
      continue;
    }
    if (!item.proposed() && first_out == nullptr) first_out = &item;
    if (!item.proposed()) continue;
    EXPECT_EQ(first_out, nullptr) << "one is in after another is out";
    ++count;
    sum_fen += item.amount_fen();
  }
  EXPECT_EQ(proposal.proposed_count(), count);
  EXPECT_EQ(proposal.proposed_fen(), sum_fen);
  const bool by_budget = proposal.has_budget_fen();
  const int64_t used = by_budget ? sum_fen : count;
  const int64_t limit = by_budget ? proposal.budget_fen() : proposal.funded_count();
  EXPECT_LE(used, limit);
  if (first_out != nullptr) {
    EXPECT_GT(used + (by_budget ? first_out->amount_fen() : 1), limit);
  }
}

// The ties are exactly the candidates of the rank that is on both sides, if there is one.
void CheckTies(const Proposal& proposal, const std::vector<ProposalItem>& items) {
  std::set<int> in;
  std::set<int> out;
  for (const auto& item : items) {
    if (IsCandidate(item)) (item.proposed() ? in : out).insert(item.rank());
  }
  std::set<std::string> wanted;
  for (const auto& item : items) {
    if (IsCandidate(item) && in.contains(item.rank()) && out.contains(item.rank())) {
      wanted.insert(item.submission());
    }
  }
  const auto& listed = proposal.ties_at_line();
  EXPECT_EQ(std::set<std::string>(listed.begin(), listed.end()), wanted);
  EXPECT_EQ(proposal.tie_rule().empty(), wanted.empty());
}

TEST(Line, HoldsItsPropertiesForRandomRankings) {
  std::mt19937 random(2022);  // NOLINT: the same every time
  for (int round = 0; round < 2000; ++round) {
    auto items = RandomItems(random);
    auto proposal = round % 2 == 0 ? ByCount(static_cast<int>(random() % 20))
                                   : ByBudget(static_cast<int64_t>(random() % 30) * 10);
    DrawLine(proposal, items);
    CheckLine(proposal, items);
    CheckTies(proposal, items);
    if (HasFailure()) FAIL() << "in round " << round;
  }
}

TEST(Line, DoesNotDependOnTheOrderGiven) {
  std::mt19937 random(7);  // NOLINT
  for (int round = 0; round < 200; ++round) {
    auto items = RandomItems(random);
    auto shuffled = items;
    std::shuffle(shuffled.begin(), shuffled.end(), random);
    auto a = ByBudget(90);
    auto b = a;
    DrawLine(a, items);
    DrawLine(b, shuffled);
    EXPECT_EQ(In(items), In(shuffled));
    EXPECT_EQ(a.SerializeAsString(), b.SerializeAsString());
  }
}

}  // namespace
}  // namespace redpeak::approval
