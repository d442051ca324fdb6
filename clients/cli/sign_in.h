#pragma once

#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// login, logout, and the commands that set a password: those that ask for secrets or keep a
// session.
std::vector<Verb> SignInVerbs();

}  // namespace redpeak::cli
