#include "clients/cli/catalog.h"

#include <nlohmann/json.hpp>

namespace redpeak::cli {
namespace {

std::string Fill(std::string_view text, const Fillings& fillings) {
  std::string filled;
  for (size_t at = 0; at < text.size();) {
    const auto open = text.find('{', at);
    const auto close = text.find('}', open);
    if (close == std::string_view::npos) return filled.append(text.substr(at));
    filled.append(text.substr(at, open - at));
    const auto it = fillings.find(std::string(text.substr(open + 1, close - open - 1)));
    if (it != fillings.end()) filled += it->second;
    at = close + 1;
  }
  return filled;
}

}  // namespace

Language LanguageOf(std::string_view name) {
  return name.starts_with("en") ? Language::kEnglish : Language::kChinese;
}

const Catalog& Catalog::In(Language language) {
  static const Catalog chinese(Language::kChinese, kMessagesZh);
  static const Catalog english(Language::kEnglish, kMessagesEn);
  return language == Language::kEnglish ? english : chinese;
}

Catalog::Catalog(Language language, const char* json) : language_(language) {
  const auto flat = nlohmann::json::parse(json).flatten();
  for (const auto& [path, text] : flat.items()) {
    texts_[path.substr(1)] = text.get<std::string>();
  }
}

std::string Catalog::Text(const std::string& key, const Fillings& fillings) const {
  return Find(key, fillings).value_or(key);
}

std::optional<std::string> Catalog::Find(const std::string& key, const Fillings& fillings) const {
  const auto it = texts_.find(key);
  if (it == texts_.end()) return std::nullopt;
  return Fill(it->second, fillings);
}

}  // namespace redpeak::cli
