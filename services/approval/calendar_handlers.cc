#include "services/approval/calendar_handlers.h"

#include <string>

#include "services/approval/calendar.h"
#include "services/approval/calendar_store.h"
#include "services/base/errors.h"

namespace redpeak::approval {

Result<v1::ListSpecialDaysResponse> SetSpecialDays(ApprovalDeps&, Call& call,
                                                   const v1::SetSpecialDaysRequest& request) {
  // The calendar is every call's, so an officer of one call may not set it.
  const auto& caller = call.caller();
  if (!caller.Has(Role::ADMINISTRATOR) && !caller.HasEverywhere(Role::PROGRAMME_OFFICER)) {
    return RoleMissing("SetSpecialDays");
  }
  REDPEAK_RETURN_IF_ERROR(CheckSpecialDays(request.year(), request.days()));
  WriteSpecialDays(call.tx(), request);
  events::v1::Detail detail;
  detail.mutable_calendar_changed()->set_action("updated");
  detail.mutable_calendar_changed()->set_count(request.days_size());
  call.Append("calendar/" + std::to_string(request.year()), std::move(detail));
  return ReadSpecialDays(call.tx(), request.year());
}

Result<v1::ListSpecialDaysResponse> ListSpecialDays(ApprovalDeps&, Call& call,
                                                    const v1::ListSpecialDaysRequest& request) {
  return ReadSpecialDays(call.tx(), request.year());
}

}  // namespace redpeak::approval
