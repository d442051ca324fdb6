#pragma once

#include <optional>
#include <string>

#include "services/base/events.h"

namespace redpeak::notifications {

enum class NewsKind {
  kReturned,
  kEndorsed,
  kAccepted,
  kRefused,
  kApproved,
  kNotApproved,
  kReviewsAssigned,
};

// Something that one person should learn by mail.
struct News {
  NewsKind kind;
  std::string mail_id;           // the same for the same news, however often its event is read
  std::string expert{};          // people/{person}, of kReviewsAssigned; all else is for the leader
  std::string submission{};      // submissions/{submission}; empty for kReviewsAssigned
  std::string reason{};          // of kReturned
  std::string project_number{};  // of kApproved
};

// What an event means to somebody, or nothing. All reviews that one transaction assigns to an
// expert are one piece of news.
std::optional<News> NewsOf(const PlacedEvent& placed);

}  // namespace redpeak::notifications
