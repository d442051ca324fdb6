#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>

// Everything that a user reads, in the user's language.
namespace redpeak::cli {

// The files messages/zh.json and messages/en.json.
extern const char kMessagesZh[];
extern const char kMessagesEn[];

enum class Language { kChinese, kEnglish };

// What --lang or a locale's name such as "en_GB.UTF-8" asks for; Chinese where it is neither.
Language LanguageOf(std::string_view name);

// What fills the {places} of a text.
using Fillings = std::map<std::string, std::string>;

class Catalog {
 public:
  static const Catalog& In(Language language);

  // The text of a key such as "command/call/publish", its places filled in: a place that nothing
  // fills goes without a trace. A key without a text is its own.
  std::string Text(const std::string& key, const Fillings& fillings = {}) const;
  std::optional<std::string> Find(const std::string& key, const Fillings& fillings = {}) const;

  Language language() const { return language_; }
  const std::map<std::string, std::string>& texts() const { return texts_; }

 private:
  Catalog(Language language, const char* json);

  Language language_;
  std::map<std::string, std::string> texts_;
};

}  // namespace redpeak::cli
