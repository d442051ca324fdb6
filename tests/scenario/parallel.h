#pragma once

#include <cstddef>
#include <functional>

namespace redpeak::scenario {

// Does `work` for each index below `count`, several at once: as many people would. The first
// exception ends it and is thrown here.
void InParallel(std::size_t count, const std::function<void(std::size_t)>& work);

}  // namespace redpeak::scenario
