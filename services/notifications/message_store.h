#pragma once

#include <optional>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/ids.h"
#include "services/notifications/recipients.h"

// The inboxes of all people, notifications.messages.
namespace redpeak::notifications {

// Leaves out what a person was told before, but adds to the count of reviews that the same deed
// assigned or cancelled.
void InsertMessages(Tx& tx, const std::vector<Addressed>& messages, IdSource& ids, Instant now);

// A person's (id), newest first: those older than `before` (id; empty: from the newest).
std::vector<v1::Message> ListMessages(Tx& tx, const std::string& person, bool unread_only,
                                      const std::string& before, int limit);

// Counts no further than 1000.
int CountUnread(Tx& tx, const std::string& person);

// The first of these messages (ids) that is not the person's, if any.
std::optional<std::string> FindStranger(Tx& tx, const std::string& person,
                                        const std::vector<std::string>& ids);
// Those of them that were not read yet; or all not newer than one.
void MarkRead(Tx& tx, const std::string& person, const std::vector<std::string>& ids, Instant now);
void MarkReadUpTo(Tx& tx, const std::string& person, const std::string& id, Instant now);

}  // namespace redpeak::notifications
