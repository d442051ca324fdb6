#pragma once

#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/base/call.h"
#include "services/calls/calls_service.h"

namespace redpeak::calls {

Result<v1::LookUpTitlesResponse> LookUpTitles(CallsDeps& deps, Call& call,
                                              const v1::LookUpTitlesRequest& request);
Result<v1::ListCallHistoryResponse> ListCallHistory(CallsDeps& deps, Call& call,
                                                    const v1::ListCallHistoryRequest& request);

}  // namespace redpeak::calls
