#pragma once

#include <string>
#include <vector>

#include "tests/scenario/play.h"

namespace redpeak::scenario {

struct DemoPlan {
  std::string id;  // of the call
  std::string title;
  std::string number_prefix;
  Instant opens;
  Instant closes;
  Instant review_due;
};

// A smaller call after the year, of the same kind and with the same people.
struct DemoCall {
  // Moves the clock to the day before it opens, and publishes it.
  DemoCall(Play& year, const DemoPlan& plan, std::vector<Application> applications);
  DemoCall(const DemoCall&) = delete;
  DemoCall& operator=(const DemoCall&) = delete;

  Folder folder;
  Play play;
};

// The applications of the year that nothing was wrong with, one of each leader, to be made again
// for a second phase. Those that were approved come first.
class Successors {
 public:
  explicit Successors(Play& year);

  // The next `count`, or as many as there are, sent at even distances between two instants.
  std::vector<Application> Take(std::size_t count, Instant first, Instant last);

 private:
  std::vector<Application> all_;
  std::size_t next_ = 0;
};

}  // namespace redpeak::scenario
