#include "services/submissions/listing_handlers.h"

#include "services/submissions/listing.h"
#include "services/submissions/listing_store.h"

namespace redpeak::submissions {

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

}  // namespace redpeak::submissions
