#include "services/review/planning.h"

#include <algorithm>
#include <set>
#include <unordered_map>

#include "services/base/names.h"
#include "services/review/affinity.h"
#include "services/review/assignment.h"

namespace redpeak::review {
namespace {

constexpr double kMillion = 1e6;
constexpr int kToldMax = 5000;  // pairs in an answer, which must stay below 4 MiB

Topic TopicOf(const Subject& subject) {
  return {subject.discipline, subject.keywords, subject.title};
}

Expertise ExpertiseOf(const v1::Expert& expert) {
  return {{expert.disciplines().begin(), expert.disciplines().end()},
          {expert.keywords().begin(), expert.keywords().end()}};
}

// The places of ids in the problem.
class Places {
 public:
  void Add(const std::string& id) { places_.emplace(id, static_cast<int>(places_.size())); }
  int Of(const std::string& id) const {  // -1: it has none
    const auto it = places_.find(id);
    return it == places_.end() ? -1 : it->second;
  }

 private:
  std::unordered_map<std::string, int> places_;
};

class Planner {
 public:
  Planner(const AssignmentState& state, const AssignmentWish& wish) : state_(state), wish_(wish) {
    for (const auto& subject : state.subjects) subjects_.Add(subject.id);
    for (const auto& record : state.experts) experts_.Add(record.id());
  }

  v1::AssignmentPlan Plan() {
    Formulate();
    const auto answer = Assign(problem_);
    v1::AssignmentPlan plan;
    plan.set_feasible(answer.lacks.empty());
    plan.set_conflicts(conflicts_);
    for (const auto& lack : answer.lacks) AddLack(lack, plan);
    if (!plan.feasible()) return plan;
    plan.set_affinity_total(static_cast<double>(answer.affinity_millionths) / kMillion);
    for (const auto& pair : answer.pairs) AddPair(pair, plan);
    plan.set_pairs_count(plan.pairs_size());
    AddLoads(answer.pairs, plan);
    return plan;
  }

 private:
  void Formulate() {
    problem_.wanted.assign(state_.subjects.size(), wish_.reviews_each);
    std::vector<Topic> topics;
    for (const auto& subject : state_.subjects) topics.push_back(TopicOf(subject));
    std::vector<Expertise> expertises;
    for (const auto& record : state_.experts) expertises.push_back(ExpertiseOf(record.expert));
    problem_.affinities = Affinities(topics, expertises);
    SetLimits();
    BarConflicts();
    for (const auto& pair : state_.pairs) AddReviewed(pair);
  }

  // Who is not available keeps what they have, and gets no more.
  void SetLimits() {
    for (const auto& record : state_.experts) {
      int limit = record.expert.available() ? record.expert.reviews_max() : 0;
      if (wish_.load_max > 0) limit = std::min(limit, wish_.load_max);
      problem_.limits.push_back(limit);
    }
  }

  void BarConflicts() {
    std::set<AssignmentPair> barred;
    for (const auto& conflict : state_.conflicts) {
      const AssignmentPair pair{subjects_.Of(conflict.submission), experts_.Of(conflict.person)};
      if (pair.submission >= 0 && pair.expert >= 0) barred.insert(pair);
    }
    conflicts_ = static_cast<int>(barred.size());
    problem_.barred.assign(barred.begin(), barred.end());
  }

  void AddReviewed(const ReviewedPair& reviewed) {
    const AssignmentPair pair{subjects_.Of(reviewed.submission), experts_.Of(reviewed.expert)};
    if (pair.submission < 0 || pair.expert < 0) return;
    (reviewed.live ? problem_.fixed : problem_.barred).push_back(pair);
  }

  void AddLack(const AssignmentLack& lack, v1::AssignmentPlan& plan) const {
    const auto& subject = state_.subjects[static_cast<size_t>(lack.submission)];
    auto* added = plan.add_lacking();
    added->set_submission(MakeName("submissions", subject.id));
    added->set_submission_title(subject.title);
    added->set_experts(lack.experts);
  }

  void AddPair(const AssignmentPair& pair, v1::AssignmentPlan& plan) const {
    const auto& subject = state_.subjects[static_cast<size_t>(pair.submission)];
    const auto& expert = state_.experts[static_cast<size_t>(pair.expert)].expert;
    const auto cell = static_cast<size_t>(pair.submission) * state_.experts.size() +
                      static_cast<size_t>(pair.expert);
    const double affinity = problem_.affinities[cell];
    if (plan.pairs().empty() || affinity < plan.affinity_lowest())
      plan.set_affinity_lowest(affinity);
    auto* added = plan.add_pairs();
    added->set_submission(MakeName("submissions", subject.id));
    added->set_submission_title(subject.title);
    added->set_expert(expert.name());
    added->set_expert_name(expert.display_name());
    added->set_affinity(affinity);
  }

  void AddLoads(const std::vector<AssignmentPair>& pairs, v1::AssignmentPlan& plan) const {
    std::vector<int> loads(state_.experts.size());
    for (const auto& pair : pairs) ++loads[static_cast<size_t>(pair.expert)];
    for (const auto& pair : problem_.fixed) ++loads[static_cast<size_t>(pair.expert)];
    plan.set_load_max(loads.empty() ? 0 : std::ranges::max(loads));
    plan.set_experts_used(
        static_cast<int>(std::ranges::count_if(loads, [](int load) { return load > 0; })));
  }

  const AssignmentState& state_;
  const AssignmentWish& wish_;
  Places subjects_;
  Places experts_;
  AssignmentProblem problem_;
  int conflicts_ = 0;
};

template <typename Items>
void EraseOf(const std::set<std::string>& submissions, Items* items) {
  items->erase(
      std::remove_if(items->begin(), items->end(),
                     [&](const auto& item) { return submissions.contains(item.submission()); }),
      items->end());
}

template <typename Items>
void Truncate(Items* items) {
  if (items->size() > kToldMax) items->DeleteSubrange(kToldMax, items->size() - kToldMax);
}

}  // namespace

v1::AssignmentPlan PlanReviews(const AssignmentState& state, const AssignmentWish& wish) {
  return Planner(state, wish).Plan();
}

double AffinityOf(const Subject& subject, const v1::Expert& expert) {
  return Affinities({TopicOf(subject)}, {ExpertiseOf(expert)}).front();
}

void PrepareForReader(const std::vector<Subject>& subjects, std::string_view person,
                      v1::AssignmentPlan& plan) {
  std::set<std::string> own;
  for (const auto& subject : subjects) {
    if (IsInvolved(subject, person)) own.insert(MakeName("submissions", subject.id));
  }
  if (!own.empty()) EraseOf(own, plan.mutable_pairs());
  if (!own.empty()) EraseOf(own, plan.mutable_lacking());
  Truncate(plan.mutable_pairs());
  Truncate(plan.mutable_lacking());
}

}  // namespace redpeak::review
