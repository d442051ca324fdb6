#pragma once

#include <string>

#include "tests/scenario/play.h"

namespace redpeak::scenario {

// Goes on from the end of the year to the present moment, with five smaller calls of the present
// year that wait for every role: one that is open, one for the formality check, one in review, one
// to be signed, one on notice. Gives a text for people, in Chinese and English, that tells one
// account a role with its password.
std::string PlayDemo(Play& year);

}  // namespace redpeak::scenario
