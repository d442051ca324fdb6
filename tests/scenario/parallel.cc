#include "tests/scenario/parallel.h"

#include <algorithm>
#include <atomic>
#include <exception>
#include <mutex>
#include <thread>
#include <vector>

namespace redpeak::scenario {

void InParallel(std::size_t count, const std::function<void(std::size_t)>& work) {
  constexpr std::size_t kThreads = 8;
  std::atomic<std::size_t> next{0};
  std::mutex mutex;
  std::exception_ptr first;
  const auto run = [&] {
    try {
      for (auto i = next++; i < count; i = next++) work(i);
    } catch (...) {
      next = count;
      const std::lock_guard lock(mutex);
      if (!first) first = std::current_exception();
    }
  };
  std::vector<std::jthread> threads(std::min(kThreads, count));
  for (auto& thread : threads) thread = std::jthread(run);
  threads.clear();
  if (first) std::rethrow_exception(first);
}

}  // namespace redpeak::scenario
