#include "clients/cli/show.h"

#include <gtest/gtest.h>

#include <cstdlib>
#include <ctime>

#include "redpeak/identity/v1/identity_service.pb.h"
#include "redpeak/submissions/v1/submissions_service.pb.h"

namespace redpeak::cli {
namespace {

using submissions::v1::FormalityItem;
using submissions::v1::ListSubmissionsResponse;
using submissions::v1::Submission;

const Catalog& Chinese() { return Catalog::In(Language::kChinese); }

class ShowTest : public testing::Test {
 protected:
  ShowTest() {
    setenv("TZ", "Asia/Shanghai", 1);
    tzset();
  }
};

Submission Sample() {
  Submission submission;
  submission.set_name("submissions/s1");
  submission.set_title("草原研究");
  submission.set_amount_fen(2'000'000);
  submission.set_state(Submission::IN_REVIEW);
  submission.mutable_receipt()->set_number("CF2022-000123");
  submission.mutable_create_time()->set_seconds(1651312800);
  auto& item = *submission.add_formality_items();
  item.set_code("LATE");
  item.set_outcome(FormalityItem::PASSED);
  return submission;
}

TEST_F(ShowTest, ListsColumnsWithLabelsStatesAndMoneyOfTheLanguage) {
  ListSubmissionsResponse response;
  *response.add_submissions() = Sample();
  response.set_next_page_token("more");
  EXPECT_EQ(ShowList(Chinese(), response, "name receipt.number title amount_fen state score", 0),
            "资源名  受理编号       题目      申请金额（万元）  状态\n"
            "------  -------------  --------  ----------------  ------\n"
            "s1      CF2022-000123  草原研究              2.00  评审中\n");
}

TEST_F(ShowTest, SaysThatAListIsEmpty) {
  EXPECT_EQ(ShowList(Chinese(), ListSubmissionsResponse(), "name title", 0), "（没有内容）\n");
}

TEST_F(ShowTest, ShowsARecordWithWhatIsInsideIt) {
  const auto record = ShowRecord(Chinese(), Sample(), 0, false);
  EXPECT_NE(record.find("资源名            submissions/s1\n"), std::string::npos) << record;
  EXPECT_NE(record.find("创建时间          2022-04-30 18:00:00\n"), std::string::npos) << record;
  EXPECT_NE(record.find("回执\n  受理编号  CF2022-000123\n"), std::string::npos) << record;
  EXPECT_NE(record.find("形式审查项目（1）\n"), std::string::npos) << record;
  EXPECT_NE(record.find("通过\n"), std::string::npos) << record;
  EXPECT_EQ(record.find("评审得分"), std::string::npos) << record;  // none yet
}

TEST_F(ShowTest, BriefRecordsOnlyCount) {
  const auto record = ShowRecord(Chinese(), Sample(), 0, true);
  EXPECT_NE(record.find("形式审查项目（1）\n"), std::string::npos);
  EXPECT_EQ(record.find("LATE"), std::string::npos);
}

TEST_F(ShowTest, ShowsRolesInOneCell) {
  identity::v1::ListAccountsResponse response;
  auto& account = *response.add_accounts();
  account.set_name("accounts/a1");
  account.add_grants()->set_role(options::v1::EXPERT);
  auto& officer = *account.add_grants();
  officer.set_role(options::v1::UNIT_OFFICER);
  officer.set_scope("organisations/o1");
  EXPECT_EQ(ShowList(Chinese(), response, "name grants", 0),
            "资源名  角色\n"
            "------  -------------------------------------\n"
            "a1      评审专家; 单位管理员:organisations/o1\n");
}

TEST_F(ShowTest, JsonIsOneDocumentWithDefaults) {
  ListSubmissionsResponse response;
  response.add_submissions()->set_title("草原");
  const auto json = ToJson(response);
  EXPECT_NE(json.find("\"title\": \"草原\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"amountFen\": \"0\""), std::string::npos) << json;
  EXPECT_NE(json.find("\"nextPageToken\": \"\""), std::string::npos) << json;
}

}  // namespace
}  // namespace redpeak::cli
