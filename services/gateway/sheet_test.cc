#include "services/gateway/sheet.h"

#include <gmock/gmock.h>

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/crypto.h"
#include "services/gateway/encoding.h"
#include "services/gateway/sheet_file.h"
#include "tests/server.h"
#include "tests/zip.h"

namespace redpeak::gateway {
namespace {

using submissions::v1::Submission;
using testing::At;
using ::testing::HasSubstr;
using ::testing::Not;

constexpr char kPath[] = "/sheets/redpeak.submissions.v1.SubmissionsService/ListSubmissions";

const Methods& All() {
  static const Methods methods({"submissions", "identity"});
  return methods;
}

Result<SheetOrder> Read(const std::string& query, const std::string& path = kPath) {
  Request request;
  request.path = path;
  request.query = query;
  return ReadSheetOrder(All(), request);
}

std::string RefusedField(const std::string& query) {
  const auto order = Read(query);
  return order || order.error().violations.empty() ? "" : order.error().violations[0].field;
}

Submission Sample() {
  Submission submission;
  submission.set_title("=HYPERLINK(\"http://x\")<&>");
  submission.set_amount_fen(1'234'567);
  submission.set_state(Submission::IN_REVIEW);
  submission.add_keywords("草原");
  submission.add_keywords("羊");
  submission.add_attachments()->set_shown_to_experts(true);
  submission.mutable_receipt()->set_number("CF-1");
  *submission.mutable_create_time() = ToProto(At("2022-04-29T17:30:00Z"));
  return submission;
}

TEST(Sheet, TakesListsOnly) {
  EXPECT_TRUE(Read("columns=title"));
  for (const auto* path : {"/sheets/redpeak.submissions.v1.SubmissionsService/GetSubmission",
                           "/sheets/redpeak.submissions.v1.SubmissionsService/SubmitSubmission",
                           "/sheets/redpeak.submissions.v1.SubmissionsService/AdvanceSubmissions",
                           "/sheets/", "/sheets/x"}) {
    const auto refused = Read("columns=title", path);
    ASSERT_FALSE(refused) << path;
    EXPECT_EQ(refused.error().reason, "NOT_FOUND") << path;
  }
}

TEST(Sheet, SaysWhatIsWrongWithAnOrder) {
  EXPECT_EQ(RefusedField(""), "columns");
  EXPECT_EQ(RefusedField("columns=no_such"), "columns");
  EXPECT_EQ(RefusedField("columns=receipt"), "columns");       // no value
  EXPECT_EQ(RefusedField("columns=title.number"), "columns");  // nothing inside
  EXPECT_EQ(RefusedField("columns=receipt.number."), "columns");
  EXPECT_EQ(RefusedField("columns=title:" + std::string(300, 'x')), "columns");
  EXPECT_EQ(RefusedField("columns=title&zone=Mars/Olympus"), "zone");
  EXPECT_EQ(RefusedField("columns=title&request=***"), "request");
  EXPECT_FALSE(Read("columns=title&request=" + ToBase64Url("{\"nosuch\":1}")));
  EXPECT_EQ(RefusedField("columns=title&labels=" + ToBase64Url("[1]")), "labels");
  EXPECT_EQ(RefusedField("columns=title&labels=" + ToBase64Url("{\"state\":{\"A\":1}}")), "labels");
  EXPECT_EQ(RefusedField("columns=title&file=" + std::string(500, 'x')), "file");
  EXPECT_EQ(RefusedField("columns=%ZZ"), "query");
}

TEST(Sheet, AsksForPageAfterPage) {
  auto order = Read("columns=title&request=" +
                    ToBase64Url(R"({"call":"calls/c1","pageSize":3,"pageToken":"x"})"));
  ASSERT_TRUE(order);
  const auto asked = [&] {
    return static_cast<const submissions::v1::ListSubmissionsRequest&>(*order->request);
  };
  EXPECT_EQ(asked().call(), "calls/c1");
  EXPECT_EQ(asked().page_size(), 1000);
  EXPECT_EQ(asked().page_token(), "");
  submissions::v1::ListSubmissionsResponse page;
  page.add_submissions()->set_title("a");
  page.add_submissions()->set_title("b");
  page.set_next_page_token("next");
  int rows = 0;
  EXPECT_TRUE(TakePage(*order, page, [&](const auto&) { ++rows; }));
  EXPECT_EQ(rows, 2);
  EXPECT_EQ(asked().page_token(), "next");
  page.clear_next_page_token();
  EXPECT_FALSE(TakePage(*order, page, [](const auto&) {}));
}

TEST(Sheet, TypesItsCells) {
  const auto order = Read(
      "columns=title,amount_fen,state,keywords,receipt.number,create_time,attachments.shown_to_"
      "experts,"
      "endorse_time,receipt.submit_time");
  ASSERT_TRUE(order) << order.error().message;
  const auto cells = CellsOf(*order, Sample());
  using Kind = SheetCell::Kind;
  EXPECT_EQ(cells[0].kind, Kind::kText);
  EXPECT_EQ(cells[1].kind, Kind::kMoney);
  EXPECT_DOUBLE_EQ(cells[1].number, 12'345.67);
  EXPECT_EQ(cells[2].text, "IN_REVIEW");
  EXPECT_EQ(cells[3].text, "草原；羊");
  EXPECT_EQ(cells[4].text, "CF-1");
  EXPECT_EQ(cells[5].kind, Kind::kTime);
  EXPECT_EQ(cells[5].time, At("2022-04-29T17:30:00Z"));
  EXPECT_EQ(cells[6].text, "是");
  EXPECT_EQ(cells[7].kind, Kind::kEmpty);
  EXPECT_EQ(cells[8].kind, Kind::kEmpty);
}

TEST(Sheet, ShowsLabelsInPlaceOfValues) {
  const auto order = Read("columns=state:%E7%8A%B6%E6%80%81&lang=en&labels=" +
                          ToBase64Url(R"({"state":{"IN_REVIEW":"评审中"}})"));
  ASSERT_TRUE(order);
  EXPECT_EQ(order->columns[0].header, "状态");
  EXPECT_EQ(CellsOf(*order, Sample())[0].text, "评审中");
}

TEST(SheetFile, HoldsWhatWasWritten) {
  const auto order =
      Read("columns=title:%E9%A2%98%E7%9B%AE,amount_fen:Money,create_time:Time&file=%E8%A1%A8");
  ASSERT_TRUE(order);
  SheetFile file(*order);
  file.AddRow(CellsOf(*order, Sample()));
  auto longest = Sample();
  longest.set_title(std::string(40'000, 'x'));
  file.AddRow(CellsOf(*order, longest));
  EXPECT_EQ(file.rows(), 2);
  const auto response = file.Finish(*order);
  EXPECT_EQ(response.headers.Get("Content-Disposition"),
            "attachment; filename=\"sheet.xlsx\"; filename*=UTF-8''%E8%A1%A8.xlsx");
  const auto bytes = testing::Drain(*response.source);
  EXPECT_EQ(static_cast<int64_t>(bytes.size()), response.source_bytes);
  const auto sheet = testing::Unzip(bytes, "xl/worksheets/sheet1.xml");
  EXPECT_THAT(sheet, HasSubstr("题目"));
  EXPECT_THAT(sheet, HasSubstr("=HYPERLINK"));
  EXPECT_THAT(sheet, Not(HasSubstr("<f>")));
  EXPECT_THAT(sheet, HasSubstr("<v>12345.67</v>"));
  EXPECT_THAT(sheet, HasSubstr("<v>44681.0625</v>"));  // 2022-04-30 01:30 in Shanghai
  EXPECT_THAT(testing::Unzip(bytes, "xl/styles.xml"), HasSubstr("yyyy-mm-dd hh:mm"));
}

}  // namespace
}  // namespace redpeak::gateway
