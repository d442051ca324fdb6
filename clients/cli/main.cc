#include <exception>
#include <iostream>

#include "clients/cli/failure.h"
#include "clients/cli/run.h"

int main(int argc, char** argv) {
  try {
    return redpeak::cli::Run({argv + 1, argv + argc}, std::cin, std::cout, std::cerr);
  } catch (const std::exception& problem) {
    std::cerr << "redpeak: " << problem.what() << "\n";
    return redpeak::cli::kOther;
  }
}
