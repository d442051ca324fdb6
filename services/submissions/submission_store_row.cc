#include "services/submissions/submission_store_row.h"

#include "services/base/clock.h"
#include "services/base/db.h"
#include "services/base/names.h"
#include "services/submissions/life.h"

namespace redpeak::submissions {
namespace {

enum Column {
  kForm,
  kId,
  kCall,
  kState,
  kVersion,
  kLeader,
  kLeaderName,
  kUnit,
  kUnitName,
  kRecommender,
  kTitle,
  kCategory,
  kDiscipline,
  kAmountFen,
  kStartDate,
  kEndDate,
  kAbstract,
  kLists,
  kNumber,
  kSubmittedAt,
  kSha256,
  kEndorsementRequired,
  kEndorsedAt,
  kNote,
  kCorrectBy,
  kScore,
  kOnNotice,
  kProjectNumber,
  kCreatedAt,
  kUpdatedAt,
  kColumns
};
static_assert(kColumns == kSubmissionColumns);

google::protobuf::Timestamp TimeIn(const pqxx::field& micros) {
  return ToProto(FromMicros(micros.as<int64_t>()));
}

void ReadWritten(const pqxx::row& row, v1::Submission& submission) {
  submission.set_title(row[kTitle].c_str());
  submission.set_category(row[kCategory].c_str());
  submission.set_discipline(row[kDiscipline].c_str());
  submission.set_amount_fen(row[kAmountFen].as<int64_t>());
  submission.set_start_date(row[kStartDate].c_str());
  submission.set_end_date(row[kEndDate].c_str());
  submission.set_abstract(row[kAbstract].c_str());
  submission.set_form(row[kForm].c_str());
}

void ReadLeader(const pqxx::row& row, v1::Submission& submission) {
  submission.set_leader(MakeName("people", row[kLeader].c_str()));
  submission.set_leader_name(row[kLeaderName].c_str());
  submission.set_unit(MakeName("organisations", row[kUnit].c_str()));
  submission.set_unit_name(row[kUnitName].c_str());
  submission.set_recommender(MakeName("organisations", row[kRecommender].c_str()));
}

void ReadState(const pqxx::row& row, v1::Submission& submission) {
  v1::Submission::State state = v1::Submission::STATE_UNSPECIFIED;
  v1::Submission::State_Parse(row[kState].c_str(), &state);
  submission.set_state(state);
  submission.set_status(
      StatusOf(state, row[kEndorsementRequired].as<bool>(), row[kOnNotice].as<bool>()));
  submission.set_etag(row[kVersion].c_str());
  if (!row[kNumber].is_null() && row[kNumber].size() > 0) {
    auto& receipt = *submission.mutable_receipt();
    receipt.set_number(row[kNumber].c_str());
    *receipt.mutable_submit_time() = TimeIn(row[kSubmittedAt]);
    receipt.set_sha256(FromBytes(row[kSha256]));
  }
  if (const auto score = row[kScore].as<double>(); score >= 0) submission.set_score(score);
}

}  // namespace

v1::Submission FromRow(const pqxx::row& row) {
  v1::Submission submission;
  submission.ParseFromString(FromBytes(row[kLists]));
  submission.set_name(MakeName("submissions", row[kId].c_str()));
  submission.set_call(MakeName("calls", row[kCall].c_str()));
  ReadWritten(row, submission);
  ReadLeader(row, submission);
  ReadState(row, submission);
  submission.set_note(row[kNote].c_str());
  submission.set_project_number(row[kProjectNumber].c_str());
  if (!row[kEndorsedAt].is_null()) *submission.mutable_endorse_time() = TimeIn(row[kEndorsedAt]);
  if (!row[kCorrectBy].is_null()) *submission.mutable_correct_by() = TimeIn(row[kCorrectBy]);
  *submission.mutable_create_time() = TimeIn(row[kCreatedAt]);
  *submission.mutable_update_time() = TimeIn(row[kUpdatedAt]);
  return submission;
}

std::string ListsOf(const v1::Submission& submission) {
  v1::Submission lists;
  *lists.mutable_keywords() = submission.keywords();
  *lists.mutable_attachments() = submission.attachments();
  *lists.mutable_team() = submission.team();
  *lists.mutable_avoided_experts() = submission.avoided_experts();
  *lists.mutable_refusal_reasons() = submission.refusal_reasons();
  *lists.mutable_formality_items() = submission.formality_items();
  return lists.SerializeAsString();
}

}  // namespace redpeak::submissions
