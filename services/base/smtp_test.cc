#include "services/base/smtp.h"

#include <gtest/gtest.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdint>
#include <map>
#include <string_view>
#include <thread>
#include <utility>

namespace redpeak {
namespace {

using Answers = std::map<std::string, std::string>;  // by the command's first four characters

// A mail server on loopback for one conversation, which says 250 to everything but what it is told.
class FakeServer {
 public:
  explicit FakeServer(Answers answers = {}) : answers_(std::move(answers)) {
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof(address);
    auto* generic = reinterpret_cast<sockaddr*>(&address);
    EXPECT_EQ(bind(listener_, generic, size), 0);
    EXPECT_EQ(listen(listener_, 1), 0);
    EXPECT_EQ(getsockname(listener_, generic, &size), 0);
    port_ = ntohs(address.sin_port);
    thread_ = std::thread([this] { Converse(); });
  }

  ~FakeServer() {
    Finish();
    close(listener_);
  }
  FakeServer(const FakeServer&) = delete;
  FakeServer& operator=(const FakeServer&) = delete;

  std::string Url() const { return "smtp://127.0.0.1:" + std::to_string(port_); }

  // All that the client said.
  std::string Heard() {
    Finish();
    return heard_;
  }

 private:
  void Finish() {
    shutdown(listener_, SHUT_RDWR);  // ends an accept that nobody answered
    if (thread_.joinable()) thread_.join();
  }

  void Converse() {
    const int client = accept(listener_, nullptr, nullptr);
    if (client < 0) return;
    Say(client, Answer("greeting", "220 fake"));
    std::array<char, 4096> piece{};
    std::string unread;
    for (ssize_t size = 0; (size = recv(client, piece.data(), piece.size(), 0)) > 0;) {
      unread.append(piece.data(), static_cast<std::size_t>(size));
      heard_.append(piece.data(), static_cast<std::size_t>(size));
      for (std::size_t end = 0; (end = unread.find("\r\n")) != std::string::npos;) {
        Hear(client, unread.substr(0, end));
        unread.erase(0, end + 2);
      }
    }
    close(client);
  }

  void Hear(int client, const std::string& line) {
    if (in_text_ && line != ".") return;
    const std::string command = in_text_ ? "." : line.substr(0, 4);
    in_text_ = command == "DATA";
    Say(client, Answer(command, in_text_ ? "354 go on" : "250 fine"));
  }

  std::string Answer(const std::string& command, const std::string& usual) const {
    const auto found = answers_.find(command);
    return found == answers_.end() ? usual : found->second;
  }

  static void Say(int client, const std::string& answer) {
    if (answer.empty()) return;  // a silent one
    const std::string line = answer + "\r\n";
    send(client, line.data(), line.size(), MSG_NOSIGNAL);
  }

  const Answers answers_;
  const int listener_ = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
  std::uint16_t port_ = 0;
  bool in_text_ = false;
  std::string heard_;
  std::thread thread_;
};

Mail Activation() {
  return {.from = "noreply@example.org",
          .to = "wang@example.cn",
          .from_name = "红山",
          .subject = "激活账号",
          .text = "王芳：\n.\n..\n",
          .message_id = "m1@example.org",
          .date = {}};
}

SmtpSettings InTheClear(const FakeServer& server) {
  SmtpSettings settings;
  settings.url = server.Url();
  settings.tls_required = false;
  return settings;
}

// "REASON smtp" of a sending that failed.
std::string Outcome(const Result<void>& sent) {
  return sent.has_value() ? "sent" : sent.error().reason + " " + sent.error().metadata.at("smtp");
}

std::string OutcomeWhen(const std::string& command, const std::string& answer) {
  const FakeServer server(Answers{{command, answer}});
  return Outcome(SendBySmtp(InTheClear(server), Activation()));
}

TEST(SmtpTest, TheServerHearsTheWholeMail) {
  FakeServer server;
  EXPECT_EQ(Outcome(SendBySmtp(InTheClear(server), Activation())), "sent");
  const std::string heard = server.Heard();
  EXPECT_NE(heard.find("MAIL FROM:<noreply@example.org>"), std::string::npos) << heard;
  EXPECT_NE(heard.find("RCPT TO:<wang@example.cn>"), std::string::npos);
  const std::string message = FormatMail(Activation(), BodyEncoding::kBase64).value();
  EXPECT_NE(heard.find("DATA\r\n" + message + ".\r\n"), std::string::npos);
}

TEST(SmtpTest, AFinalAnswerAboutTheMailIsARefusal) {
  EXPECT_EQ(OutcomeWhen("RCPT", "550 no such person"), "MAIL_REFUSED 550");
  EXPECT_EQ(OutcomeWhen("MAIL", "553 not from you"), "MAIL_REFUSED 553");
  EXPECT_EQ(OutcomeWhen(".", "554 spam"), "MAIL_REFUSED 554");
}

TEST(SmtpTest, AllElseMayBeTriedAgain) {
  EXPECT_EQ(OutcomeWhen("RCPT", "450 greylisted"), "MAIL_NOT_SENT 450");
  EXPECT_EQ(OutcomeWhen(".", "451 full"), "MAIL_NOT_SENT 451");
  EXPECT_EQ(OutcomeWhen("greeting", "554 go away"), "MAIL_NOT_SENT 554");
}

TEST(SmtpTest, NothingIsSaidInTheClearWhereTlsIsRequired) {
  FakeServer server;
  SmtpSettings settings = InTheClear(server);
  settings.tls_required = true;
  settings.username = "redpeak";
  settings.password = "secret";
  EXPECT_EQ(SendBySmtp(settings, Activation()).error().reason, "MAIL_NOT_SENT");
  const std::string heard = server.Heard();
  EXPECT_EQ(heard.find("AUTH"), std::string::npos) << heard;
  EXPECT_EQ(heard.find("MAIL"), std::string::npos);
}

TEST(SmtpTest, AWrongPasswordIsTheSettingsFaultAndNotTheMails) {
  const FakeServer server(Answers{{"EHLO", "250-fake\r\n250 AUTH PLAIN"}, {"AUTH", "535 wrong"}});
  SmtpSettings settings = InTheClear(server);
  settings.username = "redpeak";
  settings.password = "secret";
  EXPECT_EQ(Outcome(SendBySmtp(settings, Activation())), "MAIL_NOT_SENT 535");
}

TEST(SmtpTest, AServerThatIsNotThereOrSilentIsUnavailable) {
  SmtpSettings settings;
  settings.url = "smtp://127.0.0.1:1";
  EXPECT_EQ(SendBySmtp(settings, Activation()).error().code, Code::kUnavailable);
  const FakeServer silent(Answers{{"EHLO", ""}});
  settings = InTheClear(silent);
  settings.timeout = std::chrono::milliseconds(200);
  EXPECT_EQ(SendBySmtp(settings, Activation()).error().code, Code::kUnavailable);
}

TEST(SmtpTest, OnlyMailServersAreSpokenTo) {
  SmtpSettings settings;
  settings.url = "file:///etc/passwd";
  EXPECT_EQ(SendBySmtp(settings, Activation()).error().reason, "MAIL_NOT_SENT");
}

TEST(SmtpTest, AForgedHeaderIsNeverSent) {
  Mail mail = Activation();
  mail.subject = "x\r\nBcc: all@example.org";
  EXPECT_EQ(SendBySmtp({}, mail).error().reason, "MAIL_HEADER_INVALID");
}

}  // namespace
}  // namespace redpeak
