#pragma once

#include <google/protobuf/message.h>

#include <string>

#include "tests/scenario/folder.h"

namespace redpeak::scenario {

// What in the bytes of an answer tells whose application it is: a name, unit or id of the leader,
// the team or the recommender, outside the texts that the applicants wrote for experts to read.
// Empty: nothing.
std::string FindIdentity(const Folder& folder, const Application& application,
                         const google::protobuf::Message& answer);

}  // namespace redpeak::scenario
