#pragma once

#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/calls/calls_service.h"

// The contract of each is in calls_service.proto.
namespace redpeak::calls {

Result<v1::Programme> CreateProgramme(CallsDeps& deps, Call& call,
                                      const v1::CreateProgrammeRequest& request);
Result<v1::ListProgrammesResponse> ListProgrammes(CallsDeps& deps, Call& call,
                                                  const v1::ListProgrammesRequest& request);

}  // namespace redpeak::calls
