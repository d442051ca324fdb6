#include "services/identity/errors.h"

namespace redpeak::identity {

Failure CredentialsWrong() {
  return Failure(
      {Code::kUnauthenticated, "CREDENTIALS_WRONG", "the login or the password is wrong"});
}

Failure SignInThrottled(std::chrono::seconds wait) {
  const auto seconds = std::to_string(wait.count());
  return Failure({Code::kResourceExhausted,
                  "SIGN_IN_THROTTLED",
                  "too many failed sign-ins; try again in " + seconds + " seconds",
                  {{"seconds", seconds}}});
}

Failure LinkInvalid() {
  return Failure({Code::kFailedPrecondition, "LINK_INVALID",
                  "this link was used or replaced, or has expired; ask for a new one"});
}

Failure LastAdministrator() {
  return Failure({Code::kFailedPrecondition, "LAST_ADMINISTRATOR",
                  "this is the last active administrator; make another one first"});
}

}  // namespace redpeak::identity
