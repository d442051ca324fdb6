#pragma once

#include <chrono>
#include <filesystem>
#include <string>
#include <string_view>

#include "services/base/status.h"

// A plain text message to one person, as RFC 5322 and MIME write it.
namespace redpeak {

struct Mail {
  std::string from;  // an address alone, such as noreply@example.org; ASCII, like the next
  std::string to;
  std::string from_name;  // shown instead of the address; may be empty
  std::string subject;
  std::string text;        // UTF-8, its lines ended by LF
  std::string message_id;  // unique@host, without brackets
  std::chrono::sys_seconds date;
};

// Whether it is local@domain without quoting: the addresses that this program sends to.
bool IsMailAddress(std::string_view text);

enum class BodyEncoding {
  kBase64,  // passes every server
  k8Bit,    // people and scripts can read it
};

// The whole message with CR LF line ends, marked as sent by a machine so that nobody's absence
// answers. MAIL_ADDRESS_INVALID for from, to and message_id; MAIL_HEADER_INVALID where a name or
// subject holds a line break or another control character, which could forge headers.
Result<std::string> FormatMail(const Mail& mail, BodyEncoding encoding);

// Writes the message to directory/id.eml, which its owner alone can read, and which appears whole
// or not at all; an older file of that id is replaced. The directory is made if it is missing.
// Errors: those of FormatMail, and MAIL_NOT_WRITTEN (also for an id of other characters than ASCII
// letters, digits, hyphen and underscore).
Result<void> WriteMailFile(const std::filesystem::path& directory, std::string_view id,
                           const Mail& mail);

// INVALID_ARGUMENT; metadata: field.
Failure MailAddressInvalid(const std::string& field);
Failure MailHeaderInvalid(const std::string& field);

// UNAVAILABLE; metadata: detail (the system's words, for the log).
Failure MailNotWritten(const std::string& detail);

}  // namespace redpeak
