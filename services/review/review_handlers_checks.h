#pragma once

#include <string>
#include <string_view>

#include "services/base/call.h"
#include "services/review/conflicts.h"
#include "services/review/round_store.h"

// What many handlers check first.
namespace redpeak::review {

// The id of a call, calls/{id}, of which the caller is a programme officer. NOT_FOUND where not.
Result<std::string> OfficersCall(const Caller& caller, std::string_view field,
                                 std::string_view name);
// The same for programme officers, approvers, auditors and services.
Result<std::string> StaffsCall(const Caller& caller, std::string_view field, std::string_view name);

// STATE_WRONG where the review of this call (its id) has not begun.
Result<Round> FindRound(Tx& tx, const std::string& call);
// REVIEW_CLOSED, too.
Result<Round> FindOpenRound(Tx& tx, const std::string& call);

// The subject of a submission that the caller may deal with as its call's programme officer.
// NOT_FOUND where there is none, where it was withdrawn, or where it is the caller's own.
Result<Subject> FindOfficersSubject(Call& call, std::string_view field, std::string_view name);

// A reason that people read: given, and at most 2000 characters.
Result<void> CheckReason(std::string_view reason);

}  // namespace redpeak::review
