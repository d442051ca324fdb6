#include "clients/cli/failure.h"

#include <gtest/gtest.h>

#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

std::string Zh(const Error& error) { return Explain(Catalog::In(Language::kChinese), error); }
std::string En(const Error& error) { return Explain(Catalog::In(Language::kEnglish), error); }

TEST(FailureTest, TellsTheReasonInTheUsersLanguage) {
  const Error late{Code::kFailedPrecondition, "SUBMISSION_LATE", "the call has closed"};
  EXPECT_EQ(Zh(late), "错误：已过截止时间 [SUBMISSION_LATE]\n");
  EXPECT_EQ(En(late), "Error: it is too late: the call has closed [SUBMISSION_LATE]\n");
}

TEST(FailureTest, ListsEveryFieldByItsRule) {
  const Error error{.code = Code::kInvalidArgument,
                    .reason = "FIELD_INVALID",
                    .message = "…",
                    .violations = {{"submission.title", "TOO_LONG", "80", "at most 80 characters"},
                                   {"call.criteria[0].weight", "OUT_OF_RANGE", "1..100", "…"},
                                   {"x.y", "NO_SUCH_RULE", "", "is odd"}}};
  EXPECT_EQ(Zh(error),
            "错误：填写有误，请逐项改正 [FIELD_INVALID]\n"
            "  - 题目（submission.title）：过长，最多 80 个字符\n"
            "  - 权重（call.criteria[0].weight）：应在 1..100 之间\n"
            "  - x.y：is odd\n");
}

TEST(FailureTest, TellsRowAndColumnOfAnImport) {
  const Error error{.code = Code::kInvalidArgument,
                    .reason = "FIELD_INVALID",
                    .violations = {{"rows[12].uscc", "CHECK_DIGIT", "", "…"}}};
  EXPECT_EQ(Zh(error),
            "错误：填写有误，请逐项改正 [FIELD_INVALID]\n"
            "  - 第 12 行“uscc”列：校验码不正确\n");
}

TEST(FailureTest, NamesStatesInTheUsersLanguage) {
  const Error wrong{Code::kFailedPrecondition,
                    "STATE_WRONG",
                    "…",
                    {{"name", "submissions/s1"}, {"state", "IN_REVIEW"}, {"action", "SUBMIT"}}};
  EXPECT_EQ(Zh(wrong), "错误：submissions/s1 现为“评审中”，不能进行此操作 [STATE_WRONG]\n");
  const Error review{Code::kFailedPrecondition,
                     "STATE_WRONG",
                     "…",
                     {{"name", "submissions/s1/reviews/r1"}, {"state", "SUBMITTED"}}};
  EXPECT_EQ(En(review),
            "Error: submissions/s1/reviews/r1 is \"submitted\", which does not allow this "
            "[STATE_WRONG]\n");
}

TEST(FailureTest, FallsBackToTheServersEnglish) {
  EXPECT_EQ(Zh({Code::kNotFound, "BRAND_NEW", "there is no such thing"}),
            "错误：there is no such thing [BRAND_NEW]\n");
  EXPECT_EQ(En({Code::kUnavailable, "", "connection refused"}),
            "Error: the server cannot be reached: connection refused\n");
}

TEST(FailureTest, ExitCodesAreAsDocumented) {
  const std::vector<std::pair<Code, ExitCode>> codes = {{Code::kInvalidArgument, kRefused},
                                                        {Code::kNotFound, kNotFound},
                                                        {Code::kPermissionDenied, kNotPermitted},
                                                        {Code::kUnauthenticated, kNotPermitted},
                                                        {Code::kAborted, kConflict},
                                                        {Code::kFailedPrecondition, kConflict},
                                                        {Code::kAlreadyExists, kConflict},
                                                        {Code::kUnavailable, kUnavailable},
                                                        {Code::kDeadlineExceeded, kUnavailable},
                                                        {Code::kResourceExhausted, kUnavailable},
                                                        {Code::kInternal, kOther},
                                                        {Code::kUnimplemented, kOther}};
  for (const auto& [code, exit_code] : codes) EXPECT_EQ(ExitCodeOf({code, "X", ""}), exit_code);
  EXPECT_EQ(ExitCodeOf(ArgumentMissing("name").value()), kUsage);
  EXPECT_EQ(ExitCodeOf(CredentialsOpen("f").value()), kConflict);
}

}  // namespace
}  // namespace redpeak::cli
