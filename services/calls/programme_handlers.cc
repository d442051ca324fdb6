#include "services/calls/programme_handlers.h"

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/calls/programme.h"
#include "services/calls/programme_store.h"

namespace redpeak::calls {

Result<v1::Programme> CreateProgramme(CallsDeps&, Call& call,
                                      const v1::CreateProgrammeRequest& request) {
  if (!call.caller().HasEverywhere(Role::PROGRAMME_OFFICER)) return RoleMissing("CreateProgramme");
  const auto id = request.programme_id().empty() ? call.NewId() : request.programme_id();
  REDPEAK_RETURN_IF_ERROR(CheckId("programme_id", id));
  REDPEAK_ASSIGN_OR_RETURN(auto programme,
                           NewProgramme(MakeName("programmes", id), request.programme()));
  InsertProgramme(call.tx(), programme, call.now());
  events::v1::Detail detail;
  detail.mutable_programme_changed()->set_action("created");
  call.Append(programme.name(), std::move(detail));
  return programme;
}

Result<v1::ListProgrammesResponse> ListProgrammes(CallsDeps&, Call& call,
                                                  const v1::ListProgrammesRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  auto programmes = ListProgrammes(call.tx(), page);
  v1::ListProgrammesResponse response;
  const bool more = programmes.size() > static_cast<size_t>(page.size);
  if (more) {
    programmes.pop_back();
    response.set_next_page_token(MakePageToken(request, {LastId(programmes.back().name())}));
  }
  for (auto& programme : programmes) *response.add_programmes() = std::move(programme);
  return response;
}

}  // namespace redpeak::calls
