#include "tests/scenario/call_text.h"

#include <map>
#include <nlohmann/json.hpp>

namespace redpeak::scenario {
namespace {

constexpr char kSignificance[] =
    "本课题面向地方经济社会发展的实际需要,相关研究在国内已有一定积累。";
constexpr char kRoute[] = "查阅资料,实地调研,开展试验与分析,征求意见后形成报告。";
constexpr char kReport[] = "研究报告";
constexpr char kPaper[] = "论文";

}  // namespace

std::string LabelOf(const std::string& code) {
  static const std::map<std::string, std::string> labels = {
      {"key", "重点课题"},       {"general", "一般课题"},
      {"youth", "青年课题"},     {"self-funded", "自筹经费课题"},
      {"innovation", "创新性"},  {"feasibility", "可行性"},
      {"relevance", "选题价值"}, {"team", "团队与基础"},
  };
  const auto label = labels.find(code);
  return label == labels.end() ? code : label->second;
}

std::vector<redpeak::calls::v1::Criterion::Anchor> Anchors() {
  std::vector<redpeak::calls::v1::Criterion::Anchor> anchors;
  for (const auto& [points, text] : std::map<int, std::string>{{59, "差:存在明显缺陷"},
                                                               {74, "一般:基本可行"},
                                                               {89, "良好:有一定特色"},
                                                               {100, "优秀:特色突出"}}) {
    auto& anchor = anchors.emplace_back();
    anchor.set_points(points);
    anchor.set_text(text);
  }
  return anchors;
}

std::string FormSchema() {
  return R"({
  "type": "object",
  "required": ["significance", "route", "outcomes", "foundation", "commitment"],
  "additionalProperties": false,
  "properties": {
    "significance": {"title": "研究意义与现状", "type": "string", "minLength": 1, "maxLength": 3000},
    "route": {"title": "研究方法与技术路线", "type": "string", "minLength": 1, "maxLength": 3000},
    "outcomes": {"title": "预期成果形式", "type": "array", "minItems": 1,
                 "items": {"type": "string", "enum": ["论文", "专利", "研究报告", "标准", "示范点"]}},
    "foundation": {"title": "负责人前期研究基础", "type": "string", "minLength": 1, "maxLength": 3000,
                   "x-identifying": true},
    "commitment": {"title": "承诺所填内容属实", "type": "boolean", "const": true}
  }
})";
}

std::string FilledForm(const std::string& leader) {
  return nlohmann::json{{"significance", kSignificance},
                        {"route", kRoute},
                        {"outcomes", {kReport, kPaper}},
                        {"foundation", leader + "主持过相关课题,具备研究条件。"},
                        {"commitment", true}}
      .dump();
}

const std::vector<std::string>& AnonymousTexts() {
  static const std::vector<std::string> texts = {kSignificance, kRoute, kReport, kPaper};
  return texts;
}

std::string Guideline(int year) {
  const auto in_year = std::to_string(year);
  return "# " + in_year +
         "年科研课题申报指南\n\n"
         "## 申报条件\n\n"
         "- 每位负责人限报一项。\n"
         "- 申报经费不得超过所选类别的限额;自筹经费课题不予资助。\n"
         "- 须在截止时间前在线提交,并由推荐单位审核推荐。\n\n"
         "## 评审\n\n"
         "采用双向匿名评审,评审结束后拟立项名单向社会公示。\n";
}

}  // namespace redpeak::scenario
