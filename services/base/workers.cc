#include "services/base/workers.h"

namespace redpeak {

Workers::Workers(size_t threads, size_t queue_max) : queue_max_(queue_max) {
  for (size_t i = 0; i < threads; ++i) threads_.emplace_back([this] { Loop(); });
}

Workers::~Workers() { Stop(); }

bool Workers::Post(std::function<void()> task) {
  {
    std::lock_guard lock(mutex_);
    if (stopping_ || queue_.size() >= queue_max_) return false;
    queue_.push_back(std::move(task));
    if (waking_ || idle_ == 0) return true;  // who is on the way here will see to it
    waking_ = true;
  }
  ready_.notify_one();
  return true;
}

void Workers::Stop() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  ready_.notify_all();
  for (auto& thread : threads_) {
    if (thread.joinable()) thread.join();
  }
}

bool Workers::Take(std::function<void()>& task) {
  bool more = false;
  {
    std::unique_lock lock(mutex_);
    if (queue_.empty() && !stopping_) {
      // To sleep and be woken costs more than a short task: the next may be about to come.
      lock.unlock();
      std::this_thread::yield();
      lock.lock();
    }
    ++idle_;
    ready_.wait(lock, [this] { return stopping_ || !queue_.empty(); });
    --idle_;
    waking_ = false;
    if (queue_.empty()) return false;
    task = std::move(queue_.front());
    queue_.pop_front();
    more = !queue_.empty() && idle_ > 0;
    waking_ = more;
  }
  if (more) ready_.notify_one();
  return true;
}

void Workers::Loop() {
  for (std::function<void()> task; Take(task);) {
    task();
    task = nullptr;  // and what it holds
  }
}

}  // namespace redpeak
