#pragma once

#include <string>

#include "tests/scenario/play.h"

namespace redpeak::scenario {

// Who has what to do, once all is played.
struct Waiting {
  std::string applicant{};     // with a draft; ids of people
  std::string unit_officer{};  // with submissions to endorse; id of the organisation
  std::string expert{};        // with reviews to write
};

// One account a role: what it is for, its login and its password, in Chinese and English.
std::string TellAccounts(const Cast& cast, const Waiting& waiting);

}  // namespace redpeak::scenario
