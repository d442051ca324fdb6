#include "services/review/ranking_handlers.h"

#include <charconv>

#include "services/base/errors.h"
#include "services/base/names.h"
#include "services/base/page.h"
#include "services/review/errors.h"
#include "services/review/ranking_store.h"
#include "services/review/review_handlers_checks.h"
#include "services/review/review_peers.h"
#include "services/review/subject_store.h"

namespace redpeak::review {
namespace {

// The approval reads every ranking, staff those of their calls.
Result<std::string> RankedCall(const Caller& caller, const std::string& name) {
  if (caller.is_service()) return ParseId("calls", "call", name);
  return StaffsCall(caller, "call", name);
}

Result<RankingPage> ReadRankingPage(const Caller& caller, const v1::ListRankingRequest& request,
                                    const Page& page) {
  RankingPage part{.category = request.category(),
                   .person = LastId(caller.person),
                   .after_rank = 0,
                   .after_submission = {},
                   .limit = page.size + 1};
  if (page.after.empty()) return part;
  const auto rank = page.Key(0);
  const auto [end, error] =
      std::from_chars(rank.data(), rank.data() + rank.size(), part.after_rank);
  if (error != std::errc() || end != rank.data() + rank.size()) return PageTokenInvalid();
  part.after_submission = page.Key(1);
  return part;
}

bool IsDecided(const calls::v1::Call& about) {
  return about.state() == calls::v1::Call::DECIDED || about.state() == calls::v1::Call::ARCHIVED;
}

}  // namespace

Result<v1::ListRankingResponse> ListRanking(ReviewDeps&, Call& call,
                                            const v1::ListRankingRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto page, ReadPage(request));
  REDPEAK_ASSIGN_OR_RETURN(const auto id, RankedCall(call.caller(), request.call()));
  REDPEAK_ASSIGN_OR_RETURN(const auto part, ReadRankingPage(call.caller(), request, page));
  REDPEAK_ASSIGN_OR_RETURN(const auto round, FindRound(call.tx(), id));
  auto ranking =
      round.closed ? ReadKeptRanking(call.tx(), id, part) : ReadCurrentRanking(call.tx(), id, part);
  v1::ListRankingResponse response;
  response.set_closed(round.closed);
  if (ranking.size() > static_cast<size_t>(page.size)) {
    ranking.pop_back();
    const auto& last = ranking.back();
    response.set_next_page_token(
        MakePageToken(request, {std::to_string(last.rank()), LastId(last.submission())}));
  }
  for (auto& ranked : ranking) *response.add_submissions() = std::move(ranked);
  return response;
}

Result<v1::ListCommentsResponse> ListComments(ReviewDeps& deps, Call& call,
                                              const v1::ListCommentsRequest& request) {
  REDPEAK_ASSIGN_OR_RETURN(const auto id,
                           ParseId("submissions", "submission", request.submission()));
  const auto subject = ReadSubject(call.tx(), id);
  if (!subject || MakeName("people", subject->leader) != call.caller().person) {
    return NotFound(request.submission());
  }
  const auto name = MakeName("calls", subject->call);
  REDPEAK_ASSIGN_OR_RETURN(const auto about, GetCall(deps.peers, call.trace(), name));
  if (!IsDecided(about)) return CallNotDecided(name);
  v1::ListCommentsResponse response;
  for (auto& comment : ReadComments(call.tx(), id)) *response.add_comments() = std::move(comment);
  return response;
}

}  // namespace redpeak::review
