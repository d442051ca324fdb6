#include "services/base/smtp.h"

#include <curl/curl.h>

#include <array>
#include <cstddef>
#include <memory>
#include <string_view>

namespace redpeak {
namespace {

struct FreeHandle {
  void operator()(CURL* handle) const { curl_easy_cleanup(handle); }
};
using Handle = std::unique_ptr<CURL, FreeHandle>;

struct FreeList {
  void operator()(curl_slist* list) const { curl_slist_free_all(list); }
};
using List = std::unique_ptr<curl_slist, FreeList>;

// curl's read callback: moves the next of the unsent text into the buffer.
std::size_t ReadUnsent(char* buffer, std::size_t size, std::size_t count, void* unsent) {
  auto& text = *static_cast<std::string_view*>(unsent);
  const std::size_t copied = text.copy(buffer, size * count);
  text.remove_prefix(copied);
  return copied;
}

void SetConnection(CURL* handle, const SmtpSettings& settings) {
  curl_easy_setopt(handle, CURLOPT_URL, settings.url.c_str());
  curl_easy_setopt(handle, CURLOPT_PROTOCOLS_STR, "smtp,smtps");
  curl_easy_setopt(handle, CURLOPT_USE_SSL,
                   static_cast<long>(settings.tls_required ? CURLUSESSL_ALL : CURLUSESSL_TRY));
  curl_easy_setopt(handle, CURLOPT_TIMEOUT_MS, static_cast<long>(settings.timeout.count()));
  curl_easy_setopt(handle, CURLOPT_NOSIGNAL, 1L);  // other threads run
  if (!settings.ca_file.empty()) curl_easy_setopt(handle, CURLOPT_CAINFO, settings.ca_file.c_str());
  if (settings.username.empty()) return;
  curl_easy_setopt(handle, CURLOPT_USERNAME, settings.username.c_str());
  curl_easy_setopt(handle, CURLOPT_PASSWORD, settings.password.c_str());
}

// Whether the server's answer was about this mail, and final. curl calls a refused address or DATA
// a send error, and a refused text or greeting a weird reply; of those two the text alone has been
// sent by then.
bool IsRefusal(CURLcode outcome, long smtp_code, bool text_sent) {
  const bool about_this_mail =
      outcome == CURLE_SEND_ERROR || (outcome == CURLE_WEIRD_SERVER_REPLY && text_sent);
  return about_this_mail && smtp_code >= 500;
}

Failure Failed(Code code, const char* reason, const char* message, long smtp_code,
               const std::string& detail) {
  return Failure(Error{.code = code,
                       .reason = reason,
                       .message = message,
                       .metadata = {{"smtp", std::to_string(smtp_code)}, {"detail", detail}}});
}

}  // namespace

Result<void> SendBySmtp(const SmtpSettings& settings, const Mail& mail) {
  const Result<std::string> message = FormatMail(mail, BodyEncoding::kBase64);
  if (!message.has_value()) return Failure(message.error());
  const Handle handle(curl_easy_init());
  const List recipients(curl_slist_append(nullptr, mail.to.c_str()));
  if (handle == nullptr || recipients == nullptr) return MailNotSent(0, "curl has no memory");
  SetConnection(handle.get(), settings);
  std::string_view unsent = *message;
  std::array<char, CURL_ERROR_SIZE> detail{};
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_FROM, mail.from.c_str());
  curl_easy_setopt(handle.get(), CURLOPT_MAIL_RCPT, recipients.get());
  curl_easy_setopt(handle.get(), CURLOPT_UPLOAD, 1L);
  curl_easy_setopt(handle.get(), CURLOPT_READFUNCTION, &ReadUnsent);
  curl_easy_setopt(handle.get(), CURLOPT_READDATA, &unsent);
  curl_easy_setopt(handle.get(), CURLOPT_ERRORBUFFER, detail.data());
  const CURLcode outcome = curl_easy_perform(handle.get());
  if (outcome == CURLE_OK) return {};
  long smtp_code = 0;
  curl_easy_getinfo(handle.get(), CURLINFO_RESPONSE_CODE, &smtp_code);
  const std::string words = detail[0] != '\0' ? detail.data() : curl_easy_strerror(outcome);
  if (IsRefusal(outcome, smtp_code, unsent.empty())) return MailRefused(smtp_code, words);
  return MailNotSent(smtp_code, words);
}

Failure MailRefused(long smtp_code, const std::string& detail) {
  return Failed(Code::kFailedPrecondition, "MAIL_REFUSED", "The mail server refuses this mail.",
                smtp_code, detail);
}

Failure MailNotSent(long smtp_code, const std::string& detail) {
  return Failed(Code::kUnavailable, "MAIL_NOT_SENT", "The mail could not be sent.", smtp_code,
                detail);
}

}  // namespace redpeak
