#include "services/review/affinity.h"

#include <algorithm>
#include <cstddef>
#include <functional>
#include <map>
#include <set>
#include <unordered_map>
#include <utility>

#include "services/base/text.h"

namespace redpeak::review {
namespace {

constexpr double kClosenessWeight = 0.7;
constexpr double kOverlapWeight = 0.3;

constexpr double kSameCode = 1;
constexpr double kSameSecondLevel = 0.8;
constexpr double kSameFirstLevel = 0.5;
constexpr double kSameClass = 0.15;
constexpr std::size_t kFirstLevelDigits = 3;
constexpr std::size_t kSecondLevelDigits = 5;

using Keywords = std::set<std::string, std::less<>>;

bool SameStart(std::string_view code, std::string_view other, std::size_t digits) {
  return code.size() >= digits && other.size() >= digits &&
         code.substr(0, digits) == other.substr(0, digits);
}

// The class of a code by the letter that the standard gives it, or ' ' for none.
char DisciplineClass(std::string_view code) {
  constexpr std::string_view kClassOfFirstDigit = " ABCDDDEEE";
  const bool begins_with_digit = !code.empty() && code[0] >= '0' && code[0] <= '9';
  return begins_with_digit ? kClassOfFirstDigit[static_cast<std::size_t>(code[0] - '0')] : ' ';
}

Keywords FoldAll(const std::vector<std::string>& texts) {
  Keywords keywords;
  for (const std::string& text : texts) keywords.insert(Fold(text));
  keywords.erase("");
  return keywords;
}

bool IsAsciiWord(char c) {
  return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');  // folded, so no capitals
}

// Whether a keyword may begin or end between these two bytes.
bool IsBoundary(std::string_view text, std::size_t offset) {
  if (offset == 0 || offset == text.size()) return true;
  return !IsAsciiWord(text[offset - 1]) || !IsAsciiWord(text[offset]);
}

// All experts' keywords, to find at once which experts share one with a submission.
class KeywordIndex {
 public:
  explicit KeywordIndex(const std::vector<Expertise>& experts);

  // Adds each expert's weighted overlap with the topic to their place in the row.
  void AddOverlaps(const Topic& topic, float* row);

 private:
  struct Sharing {
    int own = 0;   // keywords that the topic has
    int both = 0;  // those, and those that stand in its title
  };

  void CountTitle(const Keywords& own, const std::string& title);
  void Count(const std::vector<int>& experts, bool is_own);

  std::unordered_map<std::string_view, std::vector<int>> experts_of_;  // views of keywords_
  std::vector<Keywords> keywords_;                                     // one set an expert
  std::set<std::size_t> lengths_;                                      // of keywords, in bytes
  std::vector<Sharing> sharing_;                                       // with the current topic
  std::vector<int> touched_;                                           // experts who share anything
};

KeywordIndex::KeywordIndex(const std::vector<Expertise>& experts) : sharing_(experts.size()) {
  keywords_.reserve(experts.size());
  for (const Expertise& expert : experts) {
    const Keywords& keywords = keywords_.emplace_back(FoldAll(expert.keywords));
    for (const std::string& keyword : keywords) {
      experts_of_[keyword].push_back(static_cast<int>(keywords_.size()) - 1);
      lengths_.insert(keyword.size());
    }
  }
}

void KeywordIndex::Count(const std::vector<int>& experts, bool is_own) {
  for (const int expert : experts) {
    Sharing& sharing = sharing_[static_cast<std::size_t>(expert)];
    if (sharing.both == 0) touched_.push_back(expert);
    ++sharing.both;
    if (is_own) ++sharing.own;
  }
}

void KeywordIndex::CountTitle(const Keywords& own, const std::string& title) {
  std::set<std::string_view> found;
  for (std::size_t begin = 0; begin < title.size(); ++begin) {
    if (!IsBoundary(title, begin)) continue;
    for (const std::size_t length : lengths_) {
      if (begin + length > title.size()) break;
      if (!IsBoundary(title, begin + length)) continue;
      const auto entry = experts_of_.find(std::string_view(title).substr(begin, length));
      if (entry == experts_of_.end() || own.contains(entry->first)) continue;
      if (found.insert(entry->first).second) Count(entry->second, false);
    }
  }
}

void KeywordIndex::AddOverlaps(const Topic& topic, float* row) {
  if (experts_of_.empty()) return;
  const Keywords own = FoldAll(topic.keywords);
  for (const std::string& keyword : own) {
    const auto entry = experts_of_.find(keyword);
    if (entry != experts_of_.end()) Count(entry->second, true);
  }
  CountTitle(own, Fold(topic.title));
  for (const int expert : touched_) {
    const auto place = static_cast<std::size_t>(expert);
    const Sharing sharing = std::exchange(sharing_[place], {});
    const auto all = keywords_[place].size() + own.size() - static_cast<std::size_t>(sharing.own);
    row[place] += static_cast<float>(kOverlapWeight * sharing.both / static_cast<double>(all));
  }
  touched_.clear();
}

std::vector<float> ClosenessRow(const std::string& code, const std::vector<Expertise>& experts) {
  std::vector<float> row;
  row.reserve(experts.size());
  for (const Expertise& expert : experts) {
    double nearest = 0;
    for (const std::string& discipline : expert.disciplines) {
      nearest = std::max(nearest, DisciplineCloseness(code, discipline));
    }
    row.push_back(static_cast<float>(kClosenessWeight * nearest));
  }
  return row;
}

}  // namespace

double DisciplineCloseness(std::string_view code, std::string_view other) {
  if (code.empty() || other.empty()) return 0;
  if (code == other) return kSameCode;
  if (SameStart(code, other, kSecondLevelDigits)) return kSameSecondLevel;
  if (SameStart(code, other, kFirstLevelDigits)) return kSameFirstLevel;
  const char letter = DisciplineClass(code);
  return letter != ' ' && letter == DisciplineClass(other) ? kSameClass : 0;
}

std::vector<float> Affinities(const std::vector<Topic>& topics,
                              const std::vector<Expertise>& experts) {
  KeywordIndex index(experts);
  std::map<std::string, std::vector<float>> rows;  // few codes occur, so each is compared once
  std::vector<float> affinities;
  affinities.reserve(topics.size() * experts.size());
  for (const Topic& topic : topics) {
    auto [row, is_new] = rows.try_emplace(topic.discipline);
    if (is_new) row->second = ClosenessRow(topic.discipline, experts);
    affinities.insert(affinities.end(), row->second.begin(), row->second.end());
    index.AddOverlaps(topic, affinities.data() + affinities.size() - experts.size());
  }
  return affinities;
}

}  // namespace redpeak::review
