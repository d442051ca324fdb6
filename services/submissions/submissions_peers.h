#pragma once

#include <chrono>
#include <map>
#include <memory>
#include <mutex>
#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/identity/v1/identity_service.pb.h"
#include "services/base/call.h"
#include "services/base/peers.h"
#include "services/base/status.h"
#include "services/submissions/form.h"

namespace redpeak::submissions {

// A published call with its form, compiled.
struct KnownCall {
  calls::v1::Call call;
  std::shared_ptr<const Form> form;
};
using KnownCallPtr = std::shared_ptr<const KnownCall>;

// Calls, remembered for half a minute each. Once published, a call changes only in that its closing
// time moves later; so what a remembered call allows is allowed, but before refusing anything for
// its time, ask afresh. Any thread may use it.
class KnownCalls {
 public:
  // NOT_FOUND for drafts, too: applicants know nothing of them.
  Result<KnownCallPtr> Find(Peers& peers, const Trace& trace, const std::string& name);
  Result<KnownCallPtr> FindAfresh(Peers& peers, const Trace& trace, const std::string& name);

 private:
  struct Entry {
    KnownCallPtr known;
    std::chrono::steady_clock::time_point expires;
  };
  // The form of the same schema, if it was compiled before.
  std::shared_ptr<const Form> FindForm(const calls::v1::Call& call);

  std::mutex mutex_;
  std::map<std::string, Entry> entries_;
};

// Those who exist of these people, with their organisations.
Result<identity::v1::BatchGetPeopleResponse> AskPeople(Peers& peers, const Trace& trace,
                                                       const std::vector<std::string>& names);

}  // namespace redpeak::submissions
