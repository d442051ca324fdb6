#pragma once

#include "redpeak/approval/v1/approval_service.pb.h"
#include "services/approval/approval_peers.h"
#include "services/base/call.h"
#include "services/base/status.h"

// Notices and awards, which the public reads. The refusals are those of the RPCs of the same names.
namespace redpeak::approval {

Result<v1::Notice> PublishNotice(ApprovalDeps& deps, Call& call,
                                 const v1::PublishNoticeRequest& request);
Result<v1::Notice> GetNotice(ApprovalDeps& deps, Call& call, const v1::GetNoticeRequest& request);
Result<v1::ListNoticesResponse> ListNotices(ApprovalDeps& deps, Call& call,
                                            const v1::ListNoticesRequest& request);
Result<v1::ListAwardsResponse> ListAwards(ApprovalDeps& deps, Call& call,
                                          const v1::ListAwardsRequest& request);

}  // namespace redpeak::approval
