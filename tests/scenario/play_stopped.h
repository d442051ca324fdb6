#pragma once

#include <stdexcept>

namespace redpeak::scenario {

// The year cannot be played on. The text says who did what, and what the server or the folder said.
class PlayStopped : public std::runtime_error {
 public:
  using std::runtime_error::runtime_error;
};

}  // namespace redpeak::scenario
