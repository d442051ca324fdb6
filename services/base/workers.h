#pragma once

#include <condition_variable>
#include <deque>
#include <functional>
#include <mutex>
#include <thread>
#include <vector>

namespace redpeak {

// Threads that may block on the database. Its queue is bounded: a full one sheds load.
class Workers {
 public:
  Workers(size_t threads, size_t queue_max);
  ~Workers();
  Workers(const Workers&) = delete;
  Workers& operator=(const Workers&) = delete;

  // Returns false, and drops the task, when the queue is full or work has been stopped.
  [[nodiscard]] bool Post(std::function<void()> task);
  // Finishes what is queued, takes nothing more, and waits for the threads.
  void Stop();

 private:
  void Loop();
  // Waits for a task; false when work has been stopped.
  bool Take(std::function<void()>& task);

  const size_t queue_max_;
  std::mutex mutex_;
  std::condition_variable ready_;
  std::deque<std::function<void()>> queue_;
  bool stopping_ = false;
  size_t idle_ = 0;
  // One thread at a time is being woken, and wakes the next if there is more to do than it takes:
  // waking one for each of many short tasks costs more than the tasks.
  bool waking_ = false;
  std::vector<std::thread> threads_;
};

}  // namespace redpeak
