#include "services/base/event_peers.h"

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "redpeak/system/v1/system_service.grpc.pb.h"
#include "services/base/page.h"

namespace redpeak {

using identity::v1::IdentityService;
using system::v1::SystemService;

Result<std::vector<events::v1::Event>> AskEvents(Peers& peers, const Trace& trace,
                                                 const std::string& subject) {
  std::vector<events::v1::Event> events;
  system::v1::ListEventsRequest request;
  request.set_subject(subject);
  request.set_page_size(kPageSizeMax);
  do {
    REDPEAK_ASSIGN_OR_RETURN(
        auto page,
        (Ask<SystemService>(peers, "system", trace, &SystemService::Stub::ListEvents, request)));
    for (auto& event : *page.mutable_events()) {
      if (event.subject() == subject) events.push_back(std::move(event));
    }
    request.set_page_token(page.next_page_token());
  } while (!request.page_token().empty());
  return events;
}

Result<std::map<std::string, std::string>> AskActorNames(Peers& peers, const Trace& trace,
                                                         const std::set<std::string>& actors) {
  std::map<std::string, std::string> names;
  identity::v1::LookUpNamesRequest request;
  for (const auto& actor : actors) {
    if (actor.starts_with("accounts/")) request.add_names(actor);
  }
  if (request.names().empty()) return names;
  REDPEAK_ASSIGN_OR_RETURN(const auto found,
                           (Ask<IdentityService>(peers, "identity", trace,
                                                 &IdentityService::Stub::LookUpNames, request)));
  for (const auto& [actor, name] : found.display_names()) names[actor] = name;
  return names;
}

}  // namespace redpeak
