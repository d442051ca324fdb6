#pragma once

#include <google/protobuf/field_mask.pb.h>

#include <string>
#include <string_view>
#include <vector>

#include "redpeak/review/v1/review.pb.h"
#include "services/base/caller.h"
#include "services/base/status.h"
#include "services/review/conflicts.h"

namespace redpeak::review {

// An expert with what is known of them beside the message.
struct ExpertRecord {
  v1::Expert expert{};
  std::string organisation_name{};
  int64_t version = 0;

  std::string id() const;  // experts/{id} and people/{id}
  Affiliation affiliation() const;
};

// Checks disciplines, keywords and reviews_max. `path` is how violations begin, e.g. "expert.".
// INVALID_ARGUMENT FIELD_INVALID.
Result<void> CheckExpert(const v1::Expert& expert, const std::string& path);

// Takes over from `wanted` what the mask names; an empty mask names all that the caller may change.
// An officer changes disciplines, keywords, reviews_max and available; the expert all but
// disciplines. INVALID_ARGUMENT FIELD_INVALID for other paths. Returns the names of the fields
// taken over.
Result<std::vector<std::string>> ApplyExpertMask(const v1::Expert& wanted,
                                                 const google::protobuf::FieldMask& mask,
                                                 bool by_officer, v1::Expert& expert);

// Whether the caller is this expert.
bool IsSelf(const Caller& caller, std::string_view expert_id);

// A line of an import, with its number as a spreadsheet shows it.
struct ImportedExpert {
  size_t row;
  v1::Expert expert;  // `person`, and everything else but names and organisation
};

// Reads person,disciplines,max_reviews,available[,keywords]. INVALID_ARGUMENT: what ReadCsv
// refuses, and FIELD_INVALID with paths such as rows[12].disciplines.
Result<std::vector<ImportedExpert>> ReadExpertTable(std::string_view csv);

}  // namespace redpeak::review
