#include "services/base/mail.h"

#include <fcntl.h>
#include <openssl/evp.h>
#include <unistd.h>

#include <algorithm>
#include <array>
#include <cctype>
#include <cerrno>
#include <ctime>
#include <system_error>

namespace redpeak {
namespace {

namespace fs = std::filesystem;

// RFC 2047 allows an encoded word 75 characters, 12 of which frame it: 60 of base 64 hold 45 bytes.
constexpr std::size_t kWordBytesMax = 45;
constexpr std::size_t kLineBytes = 57;  // make a line of 76 characters in base 64
constexpr std::size_t kPlainSubjectMax = 60;
constexpr std::size_t kAddressBytesMax = 254;

bool IsControl(char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7f; }

bool IsPrintableAscii(char c) { return c >= 0x20 && c < 0x7f; }

bool IsAddressCharacter(char c) {
  return IsPrintableAscii(c) &&
         std::string_view(" <>()[],;:\\\"").find(c) == std::string_view::npos;
}

std::string Base64(std::string_view bytes) {
  std::string encoded((bytes.size() + 2) / 3 * 4 + 1, '\0');  // OpenSSL ends it with a null
  const int size = EVP_EncodeBlock(reinterpret_cast<unsigned char*>(encoded.data()),
                                   reinterpret_cast<const unsigned char*>(bytes.data()),
                                   static_cast<int>(bytes.size()));
  encoded.resize(static_cast<std::size_t>(size));
  return encoded;
}

// How many of the first bytes make whole characters, at most kWordBytesMax.
std::size_t WordSize(std::string_view text) {
  std::size_t size = std::min(text.size(), kWordBytesMax);
  while (size < text.size() && (static_cast<unsigned char>(text[size]) & 0xC0U) == 0x80) --size;
  return size == 0 ? std::min(text.size(), kWordBytesMax) : size;  // malformed text must end, too
}

std::string EncodedWords(std::string_view text) {
  std::string words;
  while (!text.empty()) {
    const std::size_t size = WordSize(text);
    words +=
        (words.empty() ? "=?UTF-8?B?" : "\r\n =?UTF-8?B?") + Base64(text.substr(0, size)) + "?=";
    text.remove_prefix(size);
  }
  return words;
}

std::string Subject(std::string_view text) {
  const bool plain = text.size() <= kPlainSubjectMax &&
                     std::ranges::all_of(text, IsPrintableAscii) &&
                     text.find("=?") == std::string_view::npos;
  return plain ? std::string(text) : EncodedWords(text);
}

// The name is always encoded, which saves knowing when it would need quotes.
std::string Sender(const Mail& mail) {
  return mail.from_name.empty() ? mail.from
                                : EncodedWords(mail.from_name) + "\r\n <" + mail.from + ">";
}

std::string Date(std::chrono::sys_seconds date) {
  const std::time_t seconds = std::chrono::system_clock::to_time_t(date);
  std::tm fields{};
  gmtime_r(&seconds, &fields);
  std::array<char, 64> text{};
  const std::size_t size =
      std::strftime(text.data(), text.size(), "%a, %d %b %Y %H:%M:%S +0000", &fields);
  return {text.data(), size};
}

std::string EndLinesByCrLf(std::string_view text) {
  std::string lines;
  for (const char c : text) {
    if (c == '\r') continue;
    if (c == '\n') lines += '\r';
    lines += c;
  }
  if (!text.ends_with('\n')) lines += "\r\n";
  return lines;
}

std::string Body(std::string_view text, BodyEncoding encoding) {
  std::string lines = EndLinesByCrLf(text);
  if (encoding == BodyEncoding::k8Bit) return lines;
  std::string body;
  for (std::size_t i = 0; i < lines.size(); i += kLineBytes) {
    body += Base64(std::string_view(lines).substr(i, kLineBytes)) + "\r\n";
  }
  return body;
}

// The whole of text, or the errno of what went wrong.
int WriteAll(int file, std::string_view text) {
  while (!text.empty()) {
    const ssize_t written = write(file, text.data(), text.size());
    if (written < 0 && errno != EINTR) return errno;
    if (written > 0) text.remove_prefix(static_cast<std::size_t>(written));
  }
  return fsync(file) == 0 ? 0 : errno;
}

int WriteNewFile(const fs::path& path, std::string_view text) {
  constexpr mode_t kOwnerOnly = 0600;
  unlink(path.c_str());  // what an interrupted write may have left
  const int file = open(path.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, kOwnerOnly);
  if (file < 0) return errno;
  const int failure = WriteAll(file, text);
  close(file);
  return failure;
}

bool IsFileId(std::string_view id) {
  return !id.empty() && std::ranges::all_of(id, [](char c) {
    return std::isalnum(static_cast<unsigned char>(c)) != 0 || c == '-' || c == '_';
  });
}

Result<void> CheckHeaders(const Mail& mail) {
  if (!IsMailAddress(mail.from)) return MailAddressInvalid("from");
  if (!IsMailAddress(mail.to)) return MailAddressInvalid("to");
  if (!IsMailAddress(mail.message_id)) return MailAddressInvalid("message_id");
  if (std::ranges::any_of(mail.from_name, IsControl)) return MailHeaderInvalid("from_name");
  if (std::ranges::any_of(mail.subject, IsControl)) return MailHeaderInvalid("subject");
  return {};
}

}  // namespace

// This is more than headers and SMTP need to be safe.
bool IsMailAddress(std::string_view text) {
  const std::size_t at = text.find('@');
  return text.size() <= kAddressBytesMax && at != std::string_view::npos && at > 0 &&
         at + 1 < text.size() && text.rfind('@') == at &&
         std::ranges::all_of(text, IsAddressCharacter);
}

Result<std::string> FormatMail(const Mail& mail, BodyEncoding encoding) {
  return CheckHeaders(mail).map([&] {
    const bool readable = encoding == BodyEncoding::k8Bit;
    return "From: " + Sender(mail) + "\r\nTo: " + mail.to +
           "\r\nSubject: " + Subject(mail.subject) + "\r\nDate: " + Date(mail.date) +
           "\r\nMessage-ID: <" + mail.message_id +
           ">\r\nAuto-Submitted: auto-generated\r\nMIME-Version: 1.0\r\n"
           "Content-Type: text/plain; charset=utf-8\r\nContent-Transfer-Encoding: " +
           (readable ? "8bit" : "base64") + "\r\n\r\n" + Body(mail.text, encoding);
  });
}

Result<void> WriteMailFile(const fs::path& directory, std::string_view id, const Mail& mail) {
  if (!IsFileId(id)) return MailNotWritten("the id is no file name");
  const Result<std::string> message = FormatMail(mail, BodyEncoding::k8Bit);
  if (!message.has_value()) return Failure(message.error());
  std::error_code error;
  fs::create_directories(directory, error);
  const fs::path unfinished = directory / ("." + std::string(id) + ".tmp");
  if (!error) error = {WriteNewFile(unfinished, *message), std::generic_category()};
  if (!error) fs::rename(unfinished, directory / (std::string(id) + ".eml"), error);
  if (error) return MailNotWritten(error.message());
  return {};
}

Failure MailAddressInvalid(const std::string& field) {
  return Failure(Error{.code = Code::kInvalidArgument,
                       .reason = "MAIL_ADDRESS_INVALID",
                       .message = "The mail's " + field + " is no address.",
                       .metadata = {{"field", field}}});
}

Failure MailHeaderInvalid(const std::string& field) {
  return Failure(Error{.code = Code::kInvalidArgument,
                       .reason = "MAIL_HEADER_INVALID",
                       .message = "The mail's " + field + " holds a control character.",
                       .metadata = {{"field", field}}});
}

Failure MailNotWritten(const std::string& detail) {
  return Failure(Error{.code = Code::kUnavailable,
                       .reason = "MAIL_NOT_WRITTEN",
                       .message = "The mail could not be written to its file.",
                       .metadata = {{"detail", detail}}});
}

}  // namespace redpeak
