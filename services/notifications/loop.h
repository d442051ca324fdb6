#pragma once

#include <functional>
#include <stop_token>
#include <thread>

#include "services/base/bell.h"

namespace redpeak::notifications {

enum class Turn {
  kMore,    // there may be more to do at once
  kIdle,    // wait for the bell, or half a second
  kFailed,  // wait longer before trying again
};

// A thread that takes turns until it is asked to stop, which it does between two turns.
std::jthread StartLoop(Bell& bell, std::function<Turn(const std::stop_token&)> turn);

}  // namespace redpeak::notifications
