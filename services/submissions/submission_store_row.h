#pragma once

#include <pqxx/pqxx>
#include <string>

#include "redpeak/submissions/v1/submission.pb.h"

// How a row of submissions becomes a message, for all stores that read some.
namespace redpeak::submissions {

// The columns that FromRow expects, in its order, but for the form, which stands first.
#define REDPEAK_SUBMISSION_COLUMNS                                                            \
  " id, call, state, version, leader, leader_name, unit, unit_name, recommender, title,"      \
  " category, discipline, amount_fen, start_date, end_date, abstract, lists, number,"         \
  " base.micros(submitted_at), sha256, endorsement_required, base.micros(endorsed_at), note," \
  " base.micros(correct_by), score, on_notice, project_number, base.micros(created_at),"      \
  " base.micros(updated_at) "

inline constexpr int kSubmissionColumns = 30;  // with the form

v1::Submission FromRow(const pqxx::row& row);

// The repeated fields of a submission, which share a column.
std::string ListsOf(const v1::Submission& submission);

}  // namespace redpeak::submissions
