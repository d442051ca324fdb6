#pragma once

#include <string>

#include "redpeak/options/v1/options.pb.h"
#include "tests/scenario/play.h"

namespace redpeak::scenario {

// Sees that the user has a session: the one that there is, or a new one by the password or, the
// first time, by the one-time token that was mailed. An invitation that has expired is sent again
// by the administrator.
void Enter(Play& play, User& user);

// Somebody who works here: an account with one role for a made-up person of an organisation
// (organisations/{organisation}), activated.
struct Staff {
  std::string id;
  std::string name;
  std::string title;  // what messages call them
  std::string organisation;
  redpeak::options::v1::Role role;
  std::string scope;  // empty: everywhere
};
User Hire(Play& play, const Staff& staff);

// Sees that everybody who leads an application of the folder may submit, and has a session.
void EnterApplicants(Play& play);

}  // namespace redpeak::scenario
