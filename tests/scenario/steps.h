#pragma once

#include <string>

#include "redpeak/approval/v1/approval.pb.h"
#include "redpeak/calls/v1/call.pb.h"
#include "tests/scenario/play.h"

// The year, step by step. Each throws PlayStopped where the server does not do as it should.
namespace redpeak::scenario {

// Organisations, people with their invitations, and those who work for the organiser and the units.
void SetUp(Play& play);
// The pool of experts, the programme and the call.
void PublishCall(Play& play);
// Drafts, submissions and endorsements in the order of time, from the opening until the last is
// sent.
void Submit(Play& play);
// Everything sent is checked, and admitted or refused by what the server finds.
void CheckFormalities(Play& play);
// Reviews are assigned, some given back, all written; the review is closed.
void Review(Play& play);
// Proposed, signed, put on notice, doubted, and approved.
void Approve(Play& play);
// Applicants learn how it ended.
void LearnResults(Play& play);

// Parts of these steps.
// A call for projects by these rules, but for its programme; and publishing one, which gives its
// name.
redpeak::calls::v1::Call DraftCall(const Rules& rules);
std::string Publish(Play& play, const std::string& id, const redpeak::calls::v1::Call& draft);

// The list of the call's best, which gives its name; the approver's signature; and the public
// notice of it.
std::string Propose(Play& play);
void Sign(Play& play, const std::string& proposal);
redpeak::approval::v1::Notice PublishNotice(Play& play, const std::string& proposal);
// Somebody objects to the first award on the notice.
redpeak::approval::v1::Objection Object(Play& play, const redpeak::approval::v1::Notice& notice);
// Takes what was accepted into review, and gives every submission its experts.
void BeginReview(Play& play);

}  // namespace redpeak::scenario
