#include "services/notifications/mail_catalogue.h"

#include <map>

namespace redpeak::notifications {
namespace {

using v1::Message;

const std::map<Message::Kind, MailCatalogue>& ForApplicants() {
  static const std::map<Message::Kind, MailCatalogue> mails = {
      {Message::SUBMISSION_RETURNED,
       {{"您的申报已被退回修改",
         "您好：\n\n您的申报《{title}》已被退回，请修改后重新提交。退回原因：\n\n{reason}\n\n"
         "截止时间：{due}\n\n查看与修改：\n{link}\n"},
        {"Your submission was returned for correction",
         "Hello,\n\nyour submission \"{title}\" was returned. Please correct it and submit it\n"
         "again. The reason given:\n\n{reason}\n\nTime is until (Beijing): {due}\n\n"
         "Read and correct it here:\n{link}\n"}}},
      {Message::SUBMISSION_ENDORSED,
       {{"您的申报已获单位推荐",
         "您好：\n\n您的申报《{title}》已由推荐单位审核推荐，等待形式审查。\n\n查看：\n{link}\n"},
        {"Your submission was endorsed",
         "Hello,\n\nthe recommending unit has endorsed your submission \"{title}\". The formality\n"
         "check is next.\n\nRead it here:\n{link}\n"}}},
      {Message::SUBMISSION_ACCEPTED,
       {{"您的申报已通过形式审查",
         "您好：\n\n您的申报《{title}》已通过形式审查，将进入评审。\n\n查看：\n{link}\n"},
        {"Your submission was accepted for review",
         "Hello,\n\nyour submission \"{title}\" has passed the formality check and goes into\n"
         "review.\n\nRead it here:\n{link}\n"}}},
      {Message::SUBMISSION_REFUSED,
       {{"您的申报未通过形式审查",
         "您好：\n\n您的申报《{title}》未通过形式审查。具体原因请登录查看：\n{link}\n"},
        {"Your submission was not admitted to review",
         "Hello,\n\nyour submission \"{title}\" has not passed the formality check. Sign in to "
         "see\n"
         "why:\n{link}\n"}}},
      {Message::SUBMISSION_APPROVED,
       {{"您的申报已获批准立项",
         "您好：\n\n您的申报《{title}》已获批准立项，项目编号：{number}。\n\n查看：\n{link}\n"},
        {"Your project was approved",
         "Hello,\n\nyour submission \"{title}\" was approved as project {number}.\n\n"
         "Read it here:\n{link}\n"}}},
      {Message::SUBMISSION_NOT_APPROVED,
       {{"您的申报未获立项",
         "您好：\n\n您的申报《{title}》本次未获立项。感谢您的参与。\n\n查看：\n{link}\n"},
        {"Your submission was not approved",
         "Hello,\n\nyour submission \"{title}\" was not approved this time. Thank you for taking\n"
         "part.\n\nRead it here:\n{link}\n"}}},
      {Message::SUBMISSION_DUE,
       {{"申报即将截止",
         "您好：\n\n您的申报《{title}》尚未提交，《{call}》将于 {due} "
         "截止。\n\n继续填写：\n{link}\n"},
        {"A call is about to close",
         "Hello,\n\nyour submission \"{title}\" has not been sent yet, and \"{call}\" closes at\n"
         "{due} (Beijing).\n\nGo on here:\n{link}\n"}}},
      {Message::CORRECTION_DUE,
       {{"修改期限将至",
         "您好：\n\n您的申报《{title}》已被退回，请于 {due} 前修改并重新提交。\n\n查看与修改：\n"
         "{link}\n"},
        {"The time to correct your submission is nearly over",
         "Hello,\n\nyour submission \"{title}\" was returned. Please correct it and submit it "
         "again\n"
         "before {due} (Beijing).\n\nCorrect it here:\n{link}\n"}}},
      {Message::CALL_EXTENDED,
       {{"申报截止时间已延长",
         "您好：\n\n《{call}》的截止时间已延长至 "
         "{due}。您的申报《{title}》尚未提交。\n\n继续填写：\n"
         "{link}\n"},
        {"A call closes later",
         "Hello,\n\n\"{call}\" now closes at {due} (Beijing). Your submission \"{title}\" has not\n"
         "been sent yet.\n\nGo on here:\n{link}\n"}}},
      {Message::OBJECTION_ANSWERED,
       {{"您的异议已答复", "您好：\n\n您对《{call}》公示提出的异议已有答复：\n{link}\n"},
        {"Your objection was answered",
         "Hello,\n\nyour objection to the notice of \"{call}\" was answered:\n{link}\n"}}},
  };
  return mails;
}

const std::map<Message::Kind, MailCatalogue>& ForOthers() {
  static const std::map<Message::Kind, MailCatalogue> mails = {
      {Message::ENDORSEMENT_AWAITED,
       {{"有申报等待您单位推荐",
         "您好：\n\n《{call}》有申报等待您单位审核推荐，截止时间：{due}。请登录办理：\n{link}\n"},
        {"Submissions await your unit's endorsement",
         "Hello,\n\nsubmissions to \"{call}\" await your unit's endorsement, until {due} "
         "(Beijing).\n"
         "See to them here:\n{link}\n"}}},
      {Message::REVIEWS_ASSIGNED,
       {{"您有新的评审任务",
         "您好：\n\n有 {count} 项新的申报分配给您评审。请登录后确认接受或说明理由予以谢绝：\n"
         "{link}\n"},
        {"You have been asked to review",
         "Hello,\n\n{count} submissions were assigned to you for review. Sign in to accept them, "
         "or\n"
         "to decline with a reason:\n{link}\n"}}},
      {Message::REVIEWS_CANCELLED,
       {{"部分评审任务已取消",
         "您好：\n\n《{call}》中有 {count} 项评审不再需要您完成。查看：\n{link}\n"},
        {"Reviews are no longer asked for",
         "Hello,\n\n{count} of your reviews for \"{call}\" are no longer asked for. "
         "See:\n{link}\n"}}},
      {Message::REVIEWS_DUE,
       {{"评审期限将至",
         "您好：\n\n《{call}》中您还有 {count} 项评审未提交，期限为 {due}。请登录完成：\n{link}\n"},
        {"Your reviews are due soon",
         "Hello,\n\n{count} of your reviews for \"{call}\" are not submitted yet; they are due at\n"
         "{due} (Beijing). Finish them here:\n{link}\n"}}},
      {Message::REVIEW_DECLINED,
       {{"有专家谢绝评审", "您好：\n\n{person}谢绝了《{title}》的评审，请另行安排：\n{link}\n"},
        {"A review was declined",
         "Hello,\n\n{person} has declined to review \"{title}\". Somebody else is "
         "wanted:\n{link}\n"}}},
      {Message::REVIEWS_COMPLETE,
       {{"评审已全部完成",
         "您好：\n\n《{call}》的 {count} 份评审已全部提交，可以结束评审：\n{link}\n"},
        {"All reviews are in",
         "Hello,\n\nall {count} reviews of \"{call}\" are in. The review can be "
         "closed:\n{link}\n"}}},
      {Message::OBJECTION_FILED,
       {{"收到对公示的异议", "您好：\n\n《{call}》的公示收到一份异议，请处理：\n{link}\n"},
        {"An objection was filed",
         "Hello,\n\nan objection to the notice of \"{call}\" was filed. See to it "
         "here:\n{link}\n"}}},
      {Message::SIGNATURE_AWAITED,
       {{"拟立项名单等待签署", "您好：\n\n《{call}》的拟立项名单已拟定，请审阅签署：\n{link}\n"},
        {"A proposed list awaits your signature",
         "Hello,\n\nthe list proposed for \"{call}\" awaits your signature:\n{link}\n"}}},
      {Message::PROPOSAL_SIGNED,
       {{"拟立项名单已签署", "您好：\n\n《{call}》的拟立项名单已签署，可以发布公示：\n{link}\n"},
        {"The proposed list was signed",
         "Hello,\n\nthe list proposed for \"{call}\" was signed. Its notice can be published:\n"
         "{link}\n"}}},
      {Message::PROPOSAL_RETURNED,
       {{"拟立项名单已撤回",
         "您好：\n\n《{call}》的拟立项名单已撤回。原因：\n\n{reason}\n\n{link}\n"},
        {"The proposed list was withdrawn",
         "Hello,\n\nthe list proposed for \"{call}\" was withdrawn. The reason "
         "given:\n\n{reason}\n\n"
         "{link}\n"}}},
      {Message::NOTICE_ENDED,
       {{"公示期已满", "您好：\n\n《{call}》的公示期已满，可以作出决定：\n{link}\n"},
        {"A public notice has ended",
         "Hello,\n\nthe public notice of \"{call}\" has ended. The decision can be "
         "taken:\n{link}\n"}}},
  };
  return mails;
}

}  // namespace

const MailCatalogue* FindMail(Message::Kind kind) {
  for (const auto* mails : {&ForApplicants(), &ForOthers()}) {
    const auto found = mails->find(kind);
    if (found != mails->end()) return &found->second;
  }
  return nullptr;
}

}  // namespace redpeak::notifications
