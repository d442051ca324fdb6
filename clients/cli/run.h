#pragma once

#include <istream>
#include <ostream>
#include <string>
#include <vector>

namespace redpeak::cli {

// Runs the program with these arguments (without its own name), and gives its exit code
// (failure.h).
int Run(const std::vector<std::string>& arguments, std::istream& in, std::ostream& out,
        std::ostream& err);

}  // namespace redpeak::cli
