#pragma once

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/approval_peers.h"
#include "services/base/call.h"
#include "services/base/status.h"

// Objections: filed by anybody, read and answered by staff. The refusals are those of the RPCs of
// the same names.
namespace redpeak::approval {

Result<v1::Objection> FileObjection(ApprovalDeps& deps, Call& call,
                                    const v1::FileObjectionRequest& request);
Result<v1::Objection> GetObjection(ApprovalDeps& deps, Call& call,
                                   const v1::GetObjectionRequest& request);
Result<v1::ListObjectionsResponse> ListObjections(ApprovalDeps& deps, Call& call,
                                                  const v1::ListObjectionsRequest& request);
Result<v1::Objection> AnswerObjection(ApprovalDeps& deps, Call& call,
                                      const v1::AnswerObjectionRequest& request);

}  // namespace redpeak::approval
