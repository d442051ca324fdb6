#pragma once

#include <string>
#include <string_view>

#include "services/base/status.h"

// What can go wrong before a request is sent or after it is answered: one constructor a failure.
// The reasons are keys of the catalogues' "error" part, like the server's.
namespace redpeak::cli {

// Reasons that begin so are mistakes on the command line: exit code 2.
constexpr std::string_view kUsagePrefix = "USAGE_";

// `expected` is a key of the catalogues' "expected" part, or what may stand there.
Failure ValueWrong(std::string_view argument, std::string_view value, std::string_view expected);
Failure ArgumentMissing(std::string_view argument);
Failure ArgumentUnknown(std::string_view argument);
Failure ArgumentWithoutValue(std::string_view argument);
Failure MethodUnknown(std::string_view method);
Failure FileUnreadable(std::string_view path);
Failure FileUnwritable(std::string_view path);
// `problem` is a JSON reader's, in English.
Failure JsonWrong(std::string_view where, std::string_view problem);
// A decision needs a terminal to be confirmed on, or --yes.
Failure ConfirmationMissing();
Failure NotConfirmed();
// A password can only be asked for on a terminal.
Failure TerminalMissing();
Failure PasswordsDiffer();
// Without TLS only a server on this machine is spoken to.
Failure PlaintextRemote(std::string_view server);
// Others can read the file of credentials.
Failure CredentialsOpen(std::string_view path);
Failure CredentialsDamaged(std::string_view path);
// What was downloaded is not what the server has on record.
Failure DownloadDamaged(std::string_view path);

}  // namespace redpeak::cli
