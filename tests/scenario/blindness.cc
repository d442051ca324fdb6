#include "tests/scenario/blindness.h"

#include <set>

#include "tests/scenario/call_text.h"

namespace redpeak::scenario {
namespace {

// Shorter words, such as "Li", are found in any bytes.
constexpr std::size_t kWordBytesMin = 4;

std::set<std::string> IdentifyingWords(const Folder& folder, const Application& application) {
  const auto& leader = folder.people.at(application.applicant);
  const auto& unit = folder.organisations.at(leader.organisation);
  std::set<std::string> words = {leader.name, unit.name, "people/" + application.applicant,
                                 "organisations/" + leader.organisation};
  if (!unit.recommender.empty()) {
    words.insert(folder.organisations.at(unit.recommender).name);
    words.insert("organisations/" + unit.recommender);
  }
  for (const auto& [name, unit_name, person] : application.team) {
    words.insert(name);
    words.insert(unit_name);
    if (!person.empty()) words.insert("people/" + person);
  }
  return words;
}

void Erase(std::string& bytes, const std::string& text) {
  if (text.empty()) return;
  for (auto at = bytes.find(text); at != std::string::npos; at = bytes.find(text, at)) {
    bytes.replace(at, text.size(), 1, '\0');
  }
}

}  // namespace

std::string FindIdentity(const Folder& folder, const Application& application,
                         const google::protobuf::Message& answer) {
  auto bytes = answer.SerializeAsString();
  Erase(bytes, application.title);
  Erase(bytes, application.abstract);
  for (const auto& text : AnonymousTexts()) Erase(bytes, text);
  for (const auto& word : IdentifyingWords(folder, application)) {
    if (word.size() >= kWordBytesMin && bytes.find(word) != std::string::npos) return word;
  }
  return {};
}

}  // namespace redpeak::scenario
