#pragma once

#include <google/protobuf/field_mask.pb.h>

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/identity/v1/identity_service.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "services/base/status.h"

// What an applicant writes: how it changes, and when it is well formed.
namespace redpeak::submissions {

inline constexpr size_t kTitleMax = 80;  // characters, as all lengths here
inline constexpr size_t kAbstractMax = 2000;
inline constexpr int kKeywordsMax = 8;
inline constexpr size_t kKeywordMax = 30;
inline constexpr int kTeamMax = 30;
inline constexpr size_t kDisplayNameMax = 80;
inline constexpr size_t kUnitNameMax = 120;
inline constexpr int kAvoidedExpertsMax = 5;
inline constexpr int64_t kAmountFenMax = 100'000'000'000'000;  // a million million yuan

// Sets `draft`'s fields that the mask names, or all that an applicant may write where it is empty,
// to those of `changes`. FIELD_INVALID for other paths.
Result<void> Apply(const v1::Submission& changes, const google::protobuf::FieldMask& mask,
                   v1::Submission& draft);

// What is wrong with a draft even though it may be incomplete, as violations of "submission.title"
// and so on.
Result<void> CheckDraft(const v1::Submission& draft, const calls::v1::Call& call);

// The people whom it names beside its leader: in the team, and to be avoided.
std::vector<std::string> PeopleIn(const v1::Submission& submission);

// FIELD_INVALID for each that is not among `people`.
Result<void> CheckPeople(const v1::Submission& draft,
                         const identity::v1::BatchGetPeopleResponse& people);

// Sets name, unit and recommender of its leader as identity knows them. ROLE_MISSING if it knows
// none.
Result<void> SetLeader(const identity::v1::BatchGetPeopleResponse& people, v1::Submission& draft);

// Whether it is GB/T 13745's: three, five or seven digits.
bool IsDiscipline(std::string_view code);

// Whether it is a day of the Gregorian calendar written as YYYY-MM-DD.
bool IsDate(std::string_view text);

}  // namespace redpeak::submissions
