#include "services/calls/calls_service.h"

#include "services/calls/call_handlers.h"
#include "services/calls/call_history_handlers.h"
#include "services/calls/programme_handlers.h"

namespace redpeak::calls {

std::unique_ptr<RpcService> NewCallsService(RpcEnv env, CallsDeps deps) {
  auto service =
      std::make_unique<ServiceOf<CallsDeps>>("redpeak.calls.v1.CallsService", std::move(env), deps);
  service->Add("CreateProgramme", CreateProgramme)
      .Add("ListProgrammes", ListProgrammes)
      .Add("CreateCall", CreateCall)
      .Add("UpdateCall", UpdateCall)
      .Add("DeleteCall", DeleteCall)
      .Add("GetCall", GetCall)
      .Add("ListCalls", ListCalls)
      .Add("LookUpTitles", LookUpTitles)
      .Add("ListCallHistory", ListCallHistory)
      .Add("PublishCall", PublishCall)
      .Add("ExtendCall", ExtendCall)
      .Add("ArchiveCall", ArchiveCall)
      .Add("AdvanceCall", AdvanceCall);
  service->CheckComplete();
  return service;
}

}  // namespace redpeak::calls
