#include "services/system/clock_store.h"

namespace redpeak::system {
namespace {

const Statement kReadClock{"system.read_clock", "SELECT base.micros(now_at) FROM base.clock"};

const Statement kWriteClock{"system.write_clock", R"(
  INSERT INTO base.clock AS clock (now_at)
  VALUES (base.instant($1))
  ON CONFLICT (singleton) DO UPDATE SET now_at = greatest(clock.now_at, excluded.now_at)
  RETURNING base.micros(now_at))"};

}  // namespace

std::optional<Instant> ReadClock(Tx& tx) {
  const auto rows = tx.Run(kReadClock);
  if (rows.empty()) return std::nullopt;
  return FromMicros(rows[0][0].as<int64_t>());
}

Instant WriteClock(Tx& tx, Instant now) {
  return FromMicros(tx.Run(kWriteClock, ToMicros(now))[0][0].as<int64_t>());
}

}  // namespace redpeak::system
