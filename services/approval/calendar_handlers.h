#pragma once

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/approval_peers.h"
#include "services/base/call.h"
#include "services/base/status.h"

// The calendar of holidays and make-up days. The refusals are those of the RPCs of the same names.
namespace redpeak::approval {

Result<v1::ListSpecialDaysResponse> SetSpecialDays(ApprovalDeps& deps, Call& call,
                                                   const v1::SetSpecialDaysRequest& request);
Result<v1::ListSpecialDaysResponse> ListSpecialDays(ApprovalDeps& deps, Call& call,
                                                    const v1::ListSpecialDaysRequest& request);

}  // namespace redpeak::approval
