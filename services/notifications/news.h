#pragma once

#include <optional>
#include <string>
#include <vector>

#include "redpeak/notifications/v1/message.pb.h"
#include "services/base/clock.h"
#include "services/base/events.h"

namespace redpeak::notifications {

using Kind = v1::Message::Kind;

// Something that people should learn. Whom it is for follows from its kind.
struct News {
  Kind kind;
  std::string id;  // the same for the same news, however often its event is read
  std::string subject{};
  std::string submission{};  // submissions/{submission} that it is about, if it is about one
  std::string call{};        // calls/{call}, where the event tells it
  std::string expert{};      // people/{person}: whom REVIEWS_… are for, and who declined
  std::string actor{};       // accounts/{account} that did it, who is not told
  std::string filer{};       // accounts/{account} that filed the objection of OBJECTION_ANSWERED
  std::string reason{};
  std::string number{};
  int count = 0;
  std::optional<Instant> due{};
  Instant time{};
};

// What an event means to people; mostly nothing.
std::vector<News> NewsOf(const PlacedEvent& placed);

// What several events mean. News of the same id, such as all reviews that one transaction assigns
// to an expert, are one, with their counts added.
std::vector<News> NewsOf(const std::vector<PlacedEvent>& events);

}  // namespace redpeak::notifications
