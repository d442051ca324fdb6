#include "services/notifications/message_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/base/violations.h"
#include "services/notifications/message_store.h"

namespace redpeak::notifications {
namespace {

constexpr int kNamesMax = 1000;

// Of the messages that a request names, or of the one up to which it goes.
Result<std::vector<std::string>> IdsOf(const v1::MarkMessagesReadRequest& request) {
  Violations violations;
  violations.Range("names", request.names_size(), 0, kNamesMax);
  if (request.names().empty() && request.up_to().empty()) {
    violations.Add("names", "REQUIRED", "", "give either names or up_to");
  }
  if (!request.names().empty() && !request.up_to().empty()) {
    violations.Add("up_to", "NOT_ALLOWED", "", "give either names or up_to, not both");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::vector<std::string> ids;
  for (const auto& name : request.names()) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("messages", "names", name));
    ids.push_back(std::move(id));
  }
  if (!request.up_to().empty()) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("messages", "up_to", request.up_to()));
    ids.push_back(std::move(id));
  }
  return ids;
}

}  // namespace

Result<v1::ListMessagesResponse> ListMessages(NotificationsDeps&, Call& call,
                                              const v1::ListMessagesRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  const auto person = LastId(call.caller().person);
  auto messages =
      ListMessages(call.tx(), person, request.unread_only(), page.Key(0), page.size + 1);
  v1::ListMessagesResponse response;
  if (std::ssize(messages) > page.size) {
    messages.pop_back();
    response.set_next_page_token(MakePageToken(request, {LastId(messages.back().name())}));
  }
  for (auto& message : messages) response.add_messages()->Swap(&message);
  response.set_unread_count(CountUnread(call.tx(), person));
  return response;
}

Result<v1::MarkMessagesReadResponse> MarkMessagesRead(NotificationsDeps&, Call& call,
                                                      const v1::MarkMessagesReadRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto ids, IdsOf(request));
  const auto person = LastId(call.caller().person);
  const auto stranger = FindStranger(call.tx(), person, ids);
  if (stranger) return NotFound(MakeName("messages", *stranger));
  if (request.up_to().empty()) {
    MarkRead(call.tx(), person, ids, call.now());
  } else {
    MarkReadUpTo(call.tx(), person, ids.front(), call.now());
  }
  v1::MarkMessagesReadResponse response;
  response.set_unread_count(CountUnread(call.tx(), person));
  return response;
}

}  // namespace redpeak::notifications
