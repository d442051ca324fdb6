#include "services/notifications/loop.h"

namespace redpeak::notifications {
namespace {

constexpr std::chrono::milliseconds kIdlePause{500};
constexpr std::chrono::milliseconds kFailedPause{5'000};

}  // namespace

std::jthread StartLoop(Bell& bell, std::function<Turn(const std::stop_token&)> turn) {
  return std::jthread([&bell, turn = std::move(turn)](const std::stop_token& stop) {
    while (!stop.stop_requested()) {
      const auto seen = bell.rings();
      const auto outcome = turn(stop);
      if (outcome == Turn::kMore) continue;
      bell.Wait(stop, seen, outcome == Turn::kIdle ? kIdlePause : kFailedPause);
    }
  });
}

}  // namespace redpeak::notifications
