#include "services/identity/mails.h"

namespace redpeak::identity {
namespace {

// {link} and {token} are filled in.
struct Template {
  MailText zh;
  MailText en;
};

const Template kActivation = {
    {"启用您的 Redpeak 账号",
     "您好:\n\n"
     "有人用这个邮箱地址在 Redpeak 为您开设了账号。请在 14 天内打开下面的链接并设置密码,"
     "账号随即启用:\n\n"
     "{link}\n\n"
     "如使用命令行,请输入下面的一次性口令:\n\n"
     "{token}\n\n"
     "如果您没有提出申请,也不认识邀请您的单位,请忽略本邮件。\n"},
    {"Activate your Redpeak account",
     "Hello,\n\n"
     "an account at Redpeak was made for this address. Open this link within 14 days and choose a\n"
     "password, which activates it:\n\n"
     "{link}\n\n"
     "On the command line, enter this one-time token:\n\n"
     "{token}\n\n"
     "If you neither asked for it nor know who invited you, ignore this mail.\n"}};

const Template kRecovery = {
    {"重设您的 Redpeak 密码",
     "您好:\n\n"
     "有人请求重设您在 Redpeak 的密码。请在 2 小时内打开下面的链接并设置新密码:\n\n"
     "{link}\n\n"
     "如使用命令行,请输入下面的一次性口令:\n\n"
     "{token}\n\n"
     "如果不是您本人的请求,请忽略本邮件,您的密码不会改变。\n"},
    {"Choose a new Redpeak password",
     "Hello,\n\n"
     "somebody asked to replace your password at Redpeak. Open this link within 2 hours and choose "
     "a\n"
     "new one:\n\n"
     "{link}\n\n"
     "On the command line, enter this one-time token:\n\n"
     "{token}\n\n"
     "If it was not you, ignore this mail; your password stays as it is.\n"}};

const Template kAccountExists = {
    {"您已有 Redpeak 账号",
     "您好:\n\n"
     "有人用这个邮箱地址在 Redpeak 注册,但它已有账号,因此没有新开账号。"
     "如果忘记了密码,请在这里重设:\n\n"
     "{link}\n\n"
     "如果不是您本人的操作,请忽略本邮件。\n"},
    {"You already have a Redpeak account",
     "Hello,\n\n"
     "somebody registered at Redpeak with this address, but it has an account already, so nothing "
     "was\n"
     "made. If you have forgotten the password, choose a new one here:\n\n"
     "{link}\n\n"
     "If it was not you, ignore this mail.\n"}};

void Fill(std::string& text, std::string_view place, std::string_view value) {
  const auto at = text.find(place);
  if (at != std::string::npos) text.replace(at, place.size(), value);
}

MailText Write(const Template& mail, std::string_view language, const std::string& link,
               std::string_view token) {
  auto written = language == "en" ? mail.en : mail.zh;
  Fill(written.text, "{link}", link);
  Fill(written.text, "{token}", token);
  return written;
}

std::string Link(std::string_view web_url, std::string_view path) {
  return std::string(web_url) + std::string(path);
}

}  // namespace

MailText ActivationMail(std::string_view language, std::string_view web_url,
                        std::string_view token) {
  return Write(kActivation, language, Link(web_url, "/activate?token=") + std::string(token),
               token);
}

MailText RecoveryMail(std::string_view language, std::string_view web_url, std::string_view token) {
  return Write(kRecovery, language, Link(web_url, "/recover?token=") + std::string(token), token);
}

MailText AccountExistsMail(std::string_view language, std::string_view web_url) {
  return Write(kAccountExists, language, Link(web_url, "/recover"), "");
}

}  // namespace redpeak::identity
