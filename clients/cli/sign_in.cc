#include "clients/cli/sign_in.h"

#include <unistd.h>

#include <array>
#include <filesystem>

#include "clients/cli/errors.h"
#include "clients/cli/show.h"
#include "clients/cli/terminal.h"
#include "redpeak/identity/v1/identity_service.pb.h"

namespace redpeak::cli {
namespace {

using identity::v1::SignInResponse;
using Kind = Arg::Kind;

constexpr char kSignIn[] = "identity/SignIn";
constexpr char kSignOut[] = "identity/SignOut";
constexpr char kActivate[] = "identity/ActivateAccount";
constexpr char kReset[] = "identity/RecoverPassword";
constexpr char kChange[] = "identity/ChangePassword";

const Arg kLogin = {.name = "login", .label = "option/login"};
const Arg kToken = {.name = "token", .required = true, .label = "option/token"};
const Arg kPasswordStdin = {
    .name = "password-stdin", .kind = Kind::kSwitch, .label = "option/password-stdin"};

bool FromStdin(const Given& given) { return First(given, "password-stdin") == "true"; }

std::string NextLine(Context& context) {
  auto line = AskLine(context, "");
  if (line.ends_with('\r')) line.pop_back();
  return line;
}

Result<std::string> ReadPassword(Context& context, const Given& given, const char* question) {
  if (FromStdin(given)) return NextLine(context);
  return AskSecret(context.catalog.Text(question));
}

// On a terminal it is asked for twice, since nobody sees what is typed.
Result<std::string> ReadNewPassword(Context& context, const Given& given) {
  REDPEAK_ASSIGN_OR_RETURN(auto password, ReadPassword(context, given, "ui/new_password"));
  if (FromStdin(given)) return password;
  REDPEAK_ASSIGN_OR_RETURN(const auto again,
                           AskSecret(context.catalog.Text("ui/new_password_again")));
  if (again != password) return PasswordsDiffer();
  return password;
}

// What the session is called in the list of sessions.
std::string ClientName() {
  std::array<char, 256> host{};
  gethostname(host.data(), host.size() - 1);
  return std::string("redpeak ") + REDPEAK_VERSION + " @ " + host.data();
}

Result<void> KeepSession(Context& context, const SignInResponse& response) {
  auto endpoint = context.settings.endpoint;
  if (!endpoint.ca.empty()) endpoint.ca = std::filesystem::absolute(endpoint.ca).string();
  const auto& account = response.account();
  REDPEAK_RETURN_IF_ERROR(
      SaveCredentials(CredentialsPath(), context.settings.profile,
                      {.endpoint = endpoint, .token = response.token(), .login = account.login()}));
  if (context.settings.json) {
    Print(context, account, "");
  } else {
    context.out << context.catalog.Text("ui/signed_in", {{"name", account.display_name()},
                                                         {"login", account.login()}})
                << "\n";
  }
  return {};
}

template <typename Request>
Result<void> SignInBy(Context& context, const char* method, Request& request) {
  request.set_client(ClientName());
  context.settings.token.clear();  // whoever was signed in before has no part in this
  REDPEAK_ASSIGN_OR_RETURN(const auto response,
                           CallKnown<SignInResponse>(context, *FindMethod(method), request));
  return KeepSession(context, response);
}

Result<void> LogIn(Context& context, const Given& given) {
  identity::v1::SignInRequest request;
  request.set_login(First(given, "login"));
  if (request.login().empty()) {
    if (!InputIsTerminal()) return ArgumentMissing("--login");
    request.set_login(AskLine(context, context.catalog.Text("ui/login")));
  }
  REDPEAK_ASSIGN_OR_RETURN(*request.mutable_password(),
                           ReadPassword(context, given, "ui/password"));
  return SignInBy(context, kSignIn, request);
}

// The session is forgotten here even where the server has ended it already.
Result<void> LogOut(Context& context, const Given&) {
  const auto answer = Call(context, *FindMethod(kSignOut), identity::v1::SignOutRequest());
  if (!answer && answer.error().code != Code::kUnauthenticated)
    return tl::unexpected(answer.error());
  REDPEAK_RETURN_IF_ERROR(ForgetToken(CredentialsPath(), context.settings.profile));
  context.out << context.catalog.Text("ui/signed_out") << "\n";
  return {};
}

template <typename Request>
Result<void> SetByToken(Context& context, const Given& given, const char* method) {
  Request request;
  request.set_token(First(given, "token"));
  if (request.token().empty()) return ArgumentMissing("--token");
  REDPEAK_ASSIGN_OR_RETURN(*request.mutable_password(), ReadNewPassword(context, given));
  return SignInBy(context, method, request);
}

Result<void> Activate(Context& context, const Given& given) {
  return SetByToken<identity::v1::ActivateAccountRequest>(context, given, kActivate);
}

Result<void> Reset(Context& context, const Given& given) {
  return SetByToken<identity::v1::RecoverPasswordRequest>(context, given, kReset);
}

Result<void> ChangePassword(Context& context, const Given& given) {
  identity::v1::ChangePasswordRequest request;
  REDPEAK_ASSIGN_OR_RETURN(*request.mutable_old_password(),
                           ReadPassword(context, given, "ui/old_password"));
  REDPEAK_ASSIGN_OR_RETURN(*request.mutable_new_password(), ReadNewPassword(context, given));
  REDPEAK_RETURN_IF_ERROR(Call(context, *FindMethod(kChange), request));
  context.out << context.catalog.Text("ui/password_changed") << "\n";
  return {};
}

}  // namespace

std::vector<Verb> SignInVerbs() {
  return {{"", "login", {kLogin, kPasswordStdin}, LogIn, {kSignIn}},
          {"", "logout", {}, LogOut, {kSignOut}},
          {"account", "activate", {kToken, kPasswordStdin}, Activate, {kActivate}},
          {"account", "reset", {kToken, kPasswordStdin}, Reset, {kReset}},
          {"account", "password", {kPasswordStdin}, ChangePassword, {kChange}}};
}

}  // namespace redpeak::cli
