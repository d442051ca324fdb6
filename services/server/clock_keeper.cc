#include "services/server/clock_keeper.h"

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include "services/base/errors.h"
#include "services/system/clock_store.h"

namespace redpeak::server {
namespace {

constexpr std::chrono::milliseconds kPace{50};

}  // namespace

Result<std::unique_ptr<ClockKeeper>> ClockKeeper::Start(const std::string& dsn,
                                                        const std::string& start) {
  Instant now = SystemClock().Now();
  google::protobuf::Timestamp timestamp;
  if (!start.empty()) {
    if (!google::protobuf::util::TimeUtil::FromString(start, &timestamp)) {
      return FieldInvalid("clock-start", "MALFORMED", "RFC 3339",
                          "must be like 2022-03-01T08:00:00+08:00");
    }
    now = FromProto(timestamp);
  }
  Pool pool(dsn, 1);
  REDPEAK_ASSIGN_OR_RETURN(now,
                           InTransaction(pool, TxMode::kStatement, [&](Tx& tx) -> Result<Instant> {
                             const auto stood = system::ReadClock(tx);
                             return stood ? *stood : system::WriteClock(tx, now);
                           }));
  return std::unique_ptr<ClockKeeper>(new ClockKeeper(dsn, now));
}

ClockKeeper::ClockKeeper(const std::string& dsn, Instant now)
    : pool_(dsn, 1), clock_(now), thread_([this] { Follow(); }) {}

ClockKeeper::~ClockKeeper() {
  {
    std::lock_guard lock(mutex_);
    stopping_ = true;
  }
  stop_condition_.notify_all();
  thread_.join();
}

void ClockKeeper::Follow() {
  std::unique_lock lock(mutex_);
  while (!stop_condition_.wait_for(lock, kPace, [this] { return stopping_; })) {
    const auto stood = InTransaction(
        pool_, TxMode::kStatement,
        [](Tx& tx) -> Result<std::optional<Instant>> { return system::ReadClock(tx); });
    // Another may have moved it here meanwhile: never back.
    if (stood && *stood && **stood > clock_.Now()) clock_.Set(**stood);
  }
}

}  // namespace redpeak::server
