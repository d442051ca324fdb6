#pragma once

#include <string>
#include <vector>

namespace redpeak::load {

// A measured figure, and what it is held against in the same run.
struct Figure {
  std::string name;  // submit_review.c16.per_second
  double value;
  std::string unit;
  double yardstick = 0;   // the same of the peer: pgbench, a bare RPC, …; 0: none
  std::string against{};  // what the yardstick is
  double goal = 0;        // of value / yardstick, or of the value where there is none; 0: none
  bool at_most = false;   // the goal is a ceiling, not a floor
};

// Collects figures, prints them as a table and writes build/bench.json.
class Report {
 public:
  void Add(Figure figure);
  void Print() const;
  void Write(const std::string& path) const;

 private:
  std::vector<Figure> figures_;
};

}  // namespace redpeak::load
