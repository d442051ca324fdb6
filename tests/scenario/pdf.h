#pragma once

#include <string>

namespace redpeak::scenario {

// A PDF of one page that shows a line of ASCII text.
std::string MakePdf(const std::string& text);

}  // namespace redpeak::scenario
