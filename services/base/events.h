#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/events/v1/event.pb.h"
#include "services/base/clock.h"
#include "services/base/db.h"

namespace redpeak {

// An event that is about to be written.
struct NewEvent {
  std::string subject;  // the name of the resource that it happened to
  events::v1::Detail detail;
};

// The name of the detail that is set, e.g. submission_submitted: the event's kind.
std::string KindOf(const events::v1::Detail& detail);

// Where a follower stands in the log: all up to and with this position are done.
struct EventPosition {
  int64_t xid = 0;  // of the writing transaction
  int64_t id = 0;
};

struct PlacedEvent {
  EventPosition position;
  events::v1::Event event;
};

// The next events after a position, at most `limit`. Only those of transactions older than every
// one that still runs, so that none can appear later at an earlier position.
std::vector<PlacedEvent> ReadEvents(Tx& tx, EventPosition after, int limit);

// Which events people ask for. Empty and 0 mean any.
struct EventFilter {
  std::string subject{};  // with what is below it
  std::string kind{};
  std::string actor{};
  int64_t after_id = 0;  // only greater ids
  std::optional<Instant> since{};
  std::optional<Instant> before{};
  bool newest_first = false;
};

// The event before a page.
struct EventKey {
  Instant time{};
  int64_t id = 0;
};

// Events in order of time and id, for people.
std::vector<events::v1::Event> ListEvents(Tx& tx, const EventFilter& filter,
                                          const std::optional<EventKey>& after, int limit);

}  // namespace redpeak
