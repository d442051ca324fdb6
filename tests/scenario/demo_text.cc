#include "tests/scenario/demo_text.h"

namespace redpeak::scenario {
namespace {

std::string Account(const std::string& role, const std::string& work, const User& user) {
  return role + "\n  " + work + "\n  " + user.login + "   " + user.password + "\n";
}

}  // namespace

std::string TellAccounts(const Cast& cast, const Waiting& waiting) {
  return "演示账号:每种角色一个,登录名与密码如下,仅属本次安装。\n"
         "Demo accounts: one a role, with login and password, which belong to this installation "
         "alone.\n\n" +
         Account(
             "申报人 Researcher",
             "一份待完善的申报草稿,一个已结束的年度 / a draft to finish, and a year that is over",
             cast.people.at(waiting.applicant)) +
         Account("单位管理员 Unit officer", "待推荐的申报 / submissions to endorse",
                 cast.unit_officers.at(waiting.unit_officer)) +
         Account("评审专家 Expert", "待完成的评审 / reviews to write",
                 cast.people.at(waiting.expert)) +
         Account("项目管理员 Programme officer",
                 "待形式审查的申报,评审进度,待答复的异议 / formality checks, reviews under way, "
                 "an objection to answer",
                 cast.officer) +
         Account("审批人 Approver", "待签署的拟立项名单 / a proposed list to sign", cast.approver) +
         Account("审计员 Auditor", "全部事件记录 / the record of all events", cast.auditor) +
         Account("系统管理员 Administrator", "单位、人员与账号 / organisations, people, accounts",
                 cast.administrator);
}

}  // namespace redpeak::scenario
