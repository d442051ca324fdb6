#include <chrono>

#include "redpeak/approval/v1/approval_service.grpc.pb.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

namespace approval = ::redpeak::approval::v1;
using Stub = approval::ApprovalService::Stub;
using std::chrono::days;

constexpr days kNoticeMax{90};  // longer than any notice, holidays included

// A year that the server has no calendar of gets the holidays whose date the law fixes: a made-up
// calendar for a made-up year.
void SetCalendar(Play& play, int year) {
  approval::ListSpecialDaysRequest ask;
  ask.set_year(year);
  if (play.server.Do(Public(), "looks at the calendar", &Stub::ListSpecialDays, ask).known())
    return;
  approval::SetSpecialDaysRequest request;
  request.set_year(year);
  for (const auto* date : {"01-01", "05-01", "10-01", "10-02", "10-03"}) {
    auto& day = *request.add_days();
    day.set_date(std::to_string(year) + "-" + date);
    day.set_kind(approval::SpecialDay::HOLIDAY);
    day.set_display_name("法定节假日");
  }
  play.server.Do(play.cast.officer, "sets the calendar", &Stub::SetSpecialDays, request);
}

approval::Proposal GetProposal(Play& play, const User& user, const std::string& name) {
  approval::GetProposalRequest request;
  request.set_name(name);
  return play.server.Do(user, "reads the proposal", &Stub::GetProposal, request);
}

void Dismiss(Play& play, const approval::Objection& objection) {
  approval::AnswerObjectionRequest answer;
  answer.set_name(objection.name());
  answer.set_etag(objection.etag());
  answer.set_answer("经核实,研究对象与方法均不相同,异议不成立。");
  play.server.Do(play.cast.officer, "answers the objection", &Stub::AnswerObjection, answer);
}

}  // namespace

void Sign(Play& play, const std::string& proposal) {
  approval::SignProposalRequest request;
  request.set_name(proposal);
  request.set_etag(GetProposal(play, play.cast.approver, proposal).etag());
  play.server.Do(play.cast.approver, "signs the proposal", &Stub::SignProposal, request);
}

approval::Objection Object(Play& play, const approval::Notice& notice) {
  if (notice.items().empty()) throw PlayStopped("the notice is empty");
  approval::FileObjectionRequest file;
  file.set_parent(notice.name());
  file.mutable_objection()->set_submission_number(notice.items(0).number());
  file.mutable_objection()->set_real_name("王建国");
  file.mutable_objection()->set_contact("wang.jianguo@example.org");
  file.mutable_objection()->set_text("该课题与已立项课题内容相近,请核实。");
  return play.server.Do(Public(), "objects to an award", &Stub::FileObjection, file);
}

std::string Propose(Play& play) {
  approval::CreateProposalRequest request;
  request.set_call(play.call);
  return play.server.Do(play.cast.officer, "makes the proposal", &Stub::CreateProposal, request)
      .name();
}

approval::Notice PublishNotice(Play& play, const std::string& proposal) {
  SetCalendar(play, YearOf(play.server.Now()));
  SetCalendar(play, YearOf(play.server.Now() + kNoticeMax));
  approval::PublishNoticeRequest request;
  request.set_proposal(proposal);
  request.set_etag(GetProposal(play, play.cast.officer, proposal).etag());
  const auto published =
      play.server.Do(play.cast.officer, "publishes the notice", &Stub::PublishNotice, request);
  approval::GetNoticeRequest read;
  read.set_name(published.name());
  return play.server.Do(Public(), "reads the notice", &Stub::GetNotice, read);
}

void Approve(Play& play) {
  play.server.MoveClock(play.server.Now() + days(2));
  const auto proposal = Propose(play);
  Sign(play, proposal);
  play.server.MoveClock(play.server.Now() + days(1));
  const auto notice = PublishNotice(play, proposal);
  play.server.MoveClock(play.server.Now() + days(1));
  Dismiss(play, Object(play, notice));
  play.server.MoveClock(FromProto(notice.end_time()));
  approval::ApproveProposalRequest request;
  request.set_name(proposal);
  request.set_etag(GetProposal(play, play.cast.approver, proposal).etag());
  play.server.Do(play.cast.approver, "approves the proposal", &Stub::ApproveProposal, request);
}

}  // namespace redpeak::scenario
