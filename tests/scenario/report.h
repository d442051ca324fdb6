#pragma once

#include <chrono>
#include <functional>
#include <string>
#include <utility>
#include <vector>

#include "tests/scenario/play.h"

namespace redpeak::scenario {

// How long each step took.
class Stages {
 public:
  // Does it, and keeps its time.
  void Time(const std::string& name, const std::function<void()>& work);
  double Seconds() const;  // of all so far
  // A table for people, with what memory the server holds.
  std::string Table(int server_pid) const;

 private:
  std::vector<std::pair<std::string, double>> stages_;
};

// The year in one line of JSON, counted from the server's answers and read back from it.
std::string Report(Play& play, double seconds);

// What a reason of the server is called in the report: planted flaws by the folder's words for
// them, others by their own name in small letters.
std::string RefusalWord(const std::string& reason);

}  // namespace redpeak::scenario
