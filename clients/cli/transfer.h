#pragma once

#include <vector>

#include "clients/cli/verb.h"

namespace redpeak::cli {

// Files to and from the server, in pieces: submission upload and download, review attachment.
std::vector<Verb> TransferVerbs();

}  // namespace redpeak::cli
