#pragma once

#include <string>
#include <vector>

#include "services/notifications/facts.h"
#include "services/notifications/news.h"

namespace redpeak::notifications {

// A message for one person, before it has a name.
struct Addressed {
  std::string person;  // people/{person}
  std::string news;    // its id; nobody gets two messages of one
  v1::Message message;
};

// Who is to know of these, and what they are told. News of what is no longer there, or no longer
// so, is for nobody; who did something is not told of it. No applicant is told of an expert, nor an
// expert of an applicant: see blindness in recipients.cc.
Result<std::vector<Addressed>> Address(Facts& facts, const std::vector<News>& news);

}  // namespace redpeak::notifications
