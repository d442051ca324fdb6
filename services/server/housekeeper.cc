#include "services/server/housekeeper.h"

#include "services/base/log.h"

namespace redpeak::server {
namespace {

// search_path leads to the table of the service whose role is connected.
const Statement kDeleteOldAnswers{"base.delete_old_answers",
                                  "DELETE FROM requests WHERE at < base.instant($1)"};

}  // namespace

void DeleteOldAnswers(Tx& tx, Instant now) {
  tx.Run(kDeleteOldAnswers, ToMicros(now - kAnswersKept));
}

Housekeeper::Housekeeper(std::vector<Pool*> pools, const Clock& clock)
    : pools_(std::move(pools)), clock_(clock), thread_([this] { Keep(); }) {}

Housekeeper::~Housekeeper() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_condition_.notify_all();
  thread_.join();
}

void Housekeeper::Keep() {
  std::unique_lock lock(mutex_);
  do {
    for (auto* pool : pools_) {
      const auto done = InTransaction(*pool, TxMode::kStatement, [this](Tx& tx) -> Result<void> {
        DeleteOldAnswers(tx, clock_.Now());
        return {};
      });
      if (!done) Log(LogLevel::kWarning, "old answers stay", {{"why", done.error().message}});
    }
  } while (!stop_condition_.wait_for(lock, std::chrono::hours(1), [this] { return stopping_; }));
}

}  // namespace redpeak::server
