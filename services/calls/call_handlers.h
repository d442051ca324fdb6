#pragma once

#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/base/call.h"
#include "services/base/status.h"
#include "services/calls/calls_service.h"

// The contract of each is in calls_service.proto.
namespace redpeak::calls {

Result<v1::Call> CreateCall(CallsDeps& deps, Call& call, const v1::CreateCallRequest& request);
Result<v1::Call> UpdateCall(CallsDeps& deps, Call& call, const v1::UpdateCallRequest& request);
Result<v1::DeleteCallResponse> DeleteCall(CallsDeps& deps, Call& call,
                                          const v1::DeleteCallRequest& request);
Result<v1::Call> GetCall(CallsDeps& deps, Call& call, const v1::GetCallRequest& request);
Result<v1::ListCallsResponse> ListCalls(CallsDeps& deps, Call& call,
                                        const v1::ListCallsRequest& request);
Result<v1::Call> PublishCall(CallsDeps& deps, Call& call, const v1::PublishCallRequest& request);
Result<v1::Call> ExtendCall(CallsDeps& deps, Call& call, const v1::ExtendCallRequest& request);
Result<v1::Call> ArchiveCall(CallsDeps& deps, Call& call, const v1::ArchiveCallRequest& request);
Result<v1::Call> AdvanceCall(CallsDeps& deps, Call& call, const v1::AdvanceCallRequest& request);

}  // namespace redpeak::calls
