#pragma once

#include <cstddef>
#include <optional>

namespace redpeak::approval {

// A row of a state machine's table.
template <typename State, typename Action>
struct Transition {
  State from;
  Action action;
  State to;
};

// Where the action leads from that state; nothing if the table has no such row.
template <typename State, typename Action, std::size_t rows>
std::optional<State> FindTransition(const Transition<State, Action> (&table)[rows], State from,
                                    Action action) {
  for (const auto& row : table) {
    if (row.from == from && row.action == action) return row.to;
  }
  return std::nullopt;
}

}  // namespace redpeak::approval
