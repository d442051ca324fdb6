#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

std::string Text(std::string_view view) { return std::string(view); }

Failure Usage(std::string_view reason, std::map<std::string, std::string> metadata) {
  return Failure({.code = Code::kInvalidArgument,
                  .reason = Text(kUsagePrefix) + Text(reason),
                  .metadata = std::move(metadata)});
}

Failure Local(std::string_view reason, std::string_view path) {
  return Failure({.code = Code::kFailedPrecondition,
                  .reason = Text(reason),
                  .metadata = {{"path", Text(path)}}});
}

}  // namespace

Failure ValueWrong(std::string_view argument, std::string_view value, std::string_view expected) {
  return Usage(
      "VALUE_WRONG",
      {{"argument", Text(argument)}, {"value", Text(value)}, {"expected", Text(expected)}});
}
Failure ArgumentMissing(std::string_view argument) {
  return Usage("ARGUMENT_MISSING", {{"argument", Text(argument)}});
}
Failure ArgumentUnknown(std::string_view argument) {
  return Usage("ARGUMENT_UNKNOWN", {{"argument", Text(argument)}});
}
Failure ArgumentWithoutValue(std::string_view argument) {
  return Usage("ARGUMENT_WITHOUT_VALUE", {{"argument", Text(argument)}});
}
Failure MethodUnknown(std::string_view method) {
  return Usage("METHOD_UNKNOWN", {{"method", Text(method)}});
}
Failure FileUnreadable(std::string_view path) {
  return Usage("FILE_UNREADABLE", {{"path", Text(path)}});
}
Failure FileUnwritable(std::string_view path) { return Local("FILE_UNWRITABLE", path); }
Failure JsonWrong(std::string_view where, std::string_view problem) {
  return Usage("JSON_WRONG", {{"where", Text(where)}, {"problem", Text(problem)}});
}
Failure ConfirmationMissing() { return Usage("CONFIRMATION_MISSING", {}); }
Failure NotConfirmed() { return Failure({.code = Code::kCancelled, .reason = "NOT_CONFIRMED"}); }
Failure TerminalMissing() { return Usage("TERMINAL_MISSING", {}); }
Failure PasswordsDiffer() { return Usage("PASSWORDS_DIFFER", {}); }
Failure PlaintextRemote(std::string_view server) {
  return Usage("PLAINTEXT_REMOTE", {{"server", Text(server)}});
}
Failure CredentialsOpen(std::string_view path) { return Local("CREDENTIALS_OPEN", path); }
Failure CredentialsDamaged(std::string_view path) { return Local("CREDENTIALS_DAMAGED", path); }
Failure DownloadDamaged(std::string_view path) { return Local("DOWNLOAD_DAMAGED", path); }

}  // namespace redpeak::cli
