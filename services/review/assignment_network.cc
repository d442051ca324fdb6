#include "services/review/assignment_network.h"

#include <lemon/network_simplex.h>
#include <lemon/smart_graph.h>

#include <numeric>

namespace redpeak::review {
namespace {

using Graph = lemon::SmartDigraph;
using Simplex = lemon::NetworkSimplex<Graph, int, std::int64_t>;

std::size_t At(int index) { return static_cast<std::size_t>(index); }

// Submissions supply what they want, through experts or past them, to one sink. The nodes are the
// submissions, the experts, the sink; the arcs each expert's to the sink, each submission's to the
// sink (one for each review it may lack), and the candidates in their order.
class Network {
 public:
  Network(const ExpertLists& candidates, const OpenAssignment& open);

  FlowAnswer Solve(const ExpertLists& candidates, const OpenAssignment& open) const;

 private:
  Graph::Node Submission(int submission) const { return Graph::nodeFromId(submission); }
  Graph::Node Expert(int expert) const { return Graph::nodeFromId(submissions_ + expert); }
  Graph::Node Sink() const { return Graph::nodeFromId(graph_.nodeNum() - 1); }
  void AddArc(Graph::Node from, Graph::Node to, int capacity, std::int64_t cost);
  void AddLackArcs(int submission, int wanted, int experts);

  Graph graph_;
  Graph::ArcMap<int> capacities_{graph_};
  Graph::ArcMap<std::int64_t> costs_{graph_};
  Graph::NodeMap<int> supplies_{graph_};
  int submissions_;
};

Network::Network(const ExpertLists& candidates, const OpenAssignment& open)
    : submissions_(open.Submissions()) {
  const int nodes = open.Submissions() + open.Experts() + 1;
  graph_.reserveNode(nodes);
  for (int node = 0; node < nodes; ++node) graph_.addNode();
  for (int expert = 0; expert < open.Experts(); ++expert) {
    AddArc(Expert(expert), Sink(), open.free[At(expert)], 0);
  }
  for (int submission = 0; submission < submissions_; ++submission) {
    AddLackArcs(submission, open.wanted[At(submission)], open.Experts());
  }
  for (int submission = 0; submission < submissions_; ++submission) {
    for (const int expert : candidates[At(submission)]) {
      AddArc(Submission(submission), Expert(expert), 1, open.costs[open.Cell(submission, expert)]);
    }
    supplies_[Submission(submission)] = open.wanted[At(submission)];
  }
  supplies_[Sink()] = -std::accumulate(open.wanted.begin(), open.wanted.end(), 0);
}

void Network::AddArc(Graph::Node from, Graph::Node to, int capacity, std::int64_t cost) {
  const Graph::Arc arc = graph_.addArc(from, to);
  capacities_[arc] = capacity;
  costs_[arc] = cost;
}

// An exchange visits each expert once at most, so it changes the costs of pairs by less than
// `unit`: no affinity is worth a lack, nor a second lack on one submission in place of a first on
// another.
void Network::AddLackArcs(int submission, int wanted, int experts) {
  const std::int64_t unit = std::int64_t{OpenAssignment::kCostMax} * (experts + 1) + 1;
  for (int lack = 1; lack <= wanted; ++lack) AddArc(Submission(submission), Sink(), 1, lack * unit);
}

FlowAnswer Network::Solve(const ExpertLists& candidates, const OpenAssignment& open) const {
  Simplex simplex(graph_);
  simplex.upperMap(capacities_).costMap(costs_).supplyMap(supplies_).run();
  FlowAnswer answer{ExpertLists(open.wanted.size()), {}, {}, {}};
  int arc = open.Experts();  // the arcs that follow are read in the order of their making
  for (const int wanted : open.wanted) {
    int lack = 0;
    for (int i = 0; i < wanted; ++i) lack += simplex.flow(Graph::arcFromId(arc++));
    answer.lacks.push_back(lack);
  }
  for (int submission = 0; submission < submissions_; ++submission) {
    for (const int expert : candidates[At(submission)]) {
      if (simplex.flow(Graph::arcFromId(arc++)) == 0) continue;
      answer.chosen[At(submission)].push_back(expert);
    }
    answer.submission_potentials.push_back(simplex.potential(Submission(submission)));
  }
  for (int expert = 0; expert < open.Experts(); ++expert) {
    answer.expert_potentials.push_back(simplex.potential(Expert(expert)));
  }
  return answer;
}

}  // namespace

FlowAnswer SolveThrough(const ExpertLists& candidates, const OpenAssignment& open) {
  return Network(candidates, open).Solve(candidates, open);
}

}  // namespace redpeak::review
