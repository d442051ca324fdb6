#include "services/submissions/listing_handlers.h"

#include "services/base/names.h"
#include "services/base/violations.h"
#include "services/submissions/counting.h"
#include "services/submissions/listing.h"
#include "services/submissions/listing_store.h"

namespace redpeak::submissions {
namespace {

constexpr int kTitlesMax = 1000;

}  // namespace

Result<v1::ListSubmissionsResponse> ListSubmissions(SubmissionsDeps&, Call& call,
                                                    const v1::ListSubmissionsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto listing, ReadListing(request, call.caller()));
  auto rows = ListSubmissions(call.tx(), listing);
  const auto size = static_cast<size_t>(listing.page.size);
  v1::ListSubmissionsResponse response;
  if (rows.size() > size) {
    rows.resize(size);
    response.set_next_page_token(MakePageToken(request, rows.back().key));
  }
  for (auto& row : rows) response.add_submissions()->Swap(&row.submission);
  return response;
}

Result<v1::CountSubmissionsResponse> CountSubmissions(SubmissionsDeps&, Call& call,
                                                      const v1::CountSubmissionsRequest& request) {
  v1::ListSubmissionsRequest same;
  same.set_call(request.call());
  same.set_mine(request.mine());
  REDPEAK_ASSIGN_OR_RETURN(const auto listing, ReadListing(same, call.caller()));
  auto response = CountsFor(call.caller(), CountSubmissions(call.tx(), listing));
  if (!listing.units.empty()) {
    response.set_awaiting_endorsement(CountAwaitingEndorsement(call.tx(), listing));
  }
  return response;
}

Result<v1::LookUpTitlesResponse> LookUpTitles(SubmissionsDeps&, Call& call,
                                              const v1::LookUpTitlesRequest& request) {
  Violations violations;
  violations.Range("names", request.names_size(), 0, kTitlesMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  std::vector<std::string> ids;
  for (const auto& name : request.names()) {
    REDPEAK_ASSIGN_OR_RETURN(auto id, ParseId("submissions", "names", name));
    ids.push_back(std::move(id));
  }
  REDPEAK_ASSIGN_OR_RETURN(const auto listing, ReadListing({}, call.caller()));
  v1::LookUpTitlesResponse response;
  for (const auto& [id, title] : ReadTitles(call.tx(), listing, ids)) {
    (*response.mutable_titles())[MakeName("submissions", id)] = title;
  }
  return response;
}

}  // namespace redpeak::submissions
