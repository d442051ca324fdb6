#pragma once

#include <map>
#include <set>
#include <string>
#include <utility>
#include <vector>

#include "tests/scenario/folder.h"
#include "tests/scenario/mailbox.h"
#include "tests/scenario/server.h"

namespace redpeak::scenario {

// What became of one application of the folder.
struct Entry {
  const Application* application = nullptr;
  std::string name{};         // submissions/{submission}; empty where none was made
  std::string recommender{};  // organisations/{organisation}, as the server names it
  std::string refusal{};      // the server's reason for not taking it; empty: it took it
  bool submitted = false;
};

// Those who play. Users of a map are there from the start, so that several threads may each change
// their own.
struct Cast {
  User administrator{};
  User officer{};
  User approver{};
  User auditor{};
  std::map<std::string, User> unit_officers{};  // by the organisation's id
  std::map<std::string, User> people{};         // by the person's id
};

// Everything that the steps of one call share.
struct Play {
  const Folder& folder;
  Server& server;
  Mailbox& mailbox;
  Cast& cast;
  std::string call{};            // calls/{call}
  std::vector<Entry> entries{};  // one for each application
  std::vector<std::string> blindness_violations{};
  std::set<std::pair<std::string, std::string>>
      declared{};  // conflicts: application's and expert's id
  int conflicts_violated = 0;
};

}  // namespace redpeak::scenario
