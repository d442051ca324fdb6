#include "services/review/blind_form.h"

#include <algorithm>
#include <nlohmann/json.hpp>
#include <vector>

namespace redpeak::review {
namespace {

using nlohmann::json;

// All schemas that say something of the same value.
using Schemas = std::vector<const json*>;

const json* Find(const json& object, const char* key) {
  if (!object.is_object()) return nullptr;
  const auto it = object.find(key);
  return it == object.end() ? nullptr : &*it;
}

const json* Resolve(const json& root, const std::string& reference) {
  if (!reference.starts_with("#")) return nullptr;
  try {
    return &root.at(json::json_pointer(reference.substr(1)));
  } catch (const json::exception&) {
    return nullptr;
  }
}

// Adds a schema and those that it refers to or is put together of, each once.
void Expand(const json& root, const json& schema, Schemas& all) {
  if (std::ranges::find(all, &schema) != all.end()) return;
  all.push_back(&schema);
  if (const auto* reference = Find(schema, "$ref");
      reference != nullptr && reference->is_string()) {
    const auto* target = Resolve(root, reference->get<std::string>());
    if (target != nullptr) Expand(root, *target, all);
  }
  for (const char* word : {"allOf", "anyOf", "oneOf"}) {
    const auto* parts = Find(schema, word);
    if (parts == nullptr || !parts->is_array()) continue;
    for (const auto& part : *parts) Expand(root, part, all);
  }
  for (const char* word : {"if", "then", "else"}) {
    if (const auto* part = Find(schema, word)) Expand(root, *part, all);
  }
}

Schemas Expand(const json& root, const Schemas& schemas) {
  Schemas all;
  for (const auto* schema : schemas) Expand(root, *schema, all);
  return all;
}

bool IsIdentifying(const Schemas& schemas) {
  for (const auto* schema : schemas) {
    const auto* mark = Find(*schema, "x-identifying");
    if (mark != nullptr && *mark == true) return true;
  }
  return false;
}

Schemas PropertySchemas(const json& root, const Schemas& schemas, const std::string& name) {
  Schemas found;
  for (const auto* schema : schemas) {
    const auto* properties = Find(*schema, "properties");
    if (properties == nullptr) continue;
    if (const auto* property = Find(*properties, name.c_str())) found.push_back(property);
  }
  return Expand(root, found);
}

Schemas ItemSchemas(const json& root, const Schemas& schemas, size_t position) {
  Schemas found;
  for (const auto* schema : schemas) {
    for (const char* word : {"items", "prefixItems", "additionalItems"}) {
      const auto* items = Find(*schema, word);
      if (items == nullptr) continue;
      if (!items->is_array()) {
        found.push_back(items);
      } else if (position < items->size()) {
        found.push_back(&(*items)[position]);
      }
    }
  }
  return Expand(root, found);
}

json Blinded(const json& root, const Schemas& schemas, const json& value);

json BlindedObject(const json& root, const Schemas& schemas, const json& object) {
  json kept = json::object();
  for (const auto& [name, value] : object.items()) {
    const auto property = PropertySchemas(root, schemas, name);
    if (!property.empty() && !IsIdentifying(property)) kept[name] = Blinded(root, property, value);
  }
  return kept;
}

json BlindedArray(const json& root, const Schemas& schemas, const json& array) {
  json kept = json::array();
  for (size_t i = 0; i < array.size(); ++i) {
    const auto item = ItemSchemas(root, schemas, i);
    if (!IsIdentifying(item)) kept.push_back(Blinded(root, item, array[i]));
  }
  return kept;
}

json Blinded(const json& root, const Schemas& schemas, const json& value) {
  if (value.is_object()) return BlindedObject(root, schemas, value);
  if (value.is_array()) return BlindedArray(root, schemas, value);
  return value;
}

submissions::v1::Attachment ForExpert(const submissions::v1::Attachment& attachment) {
  submissions::v1::Attachment shown = attachment;
  shown.clear_file_name();
  return shown;
}

}  // namespace

std::string HideIdentifying(std::string_view form, std::string_view schema) {
  const auto value = json::parse(form, nullptr, /*allow_exceptions=*/false);
  const auto root = json::parse(schema, nullptr, /*allow_exceptions=*/false);
  if (!value.is_object() || !root.is_object()) return "{}";
  return BlindedObject(root, Expand(root, {&root}), value).dump();
}

submissions::v1::Submission ForExpert(const submissions::v1::Submission& submission,
                                      const calls::v1::Call& call) {
  submissions::v1::Submission shown;
  shown.set_name(submission.name());
  shown.set_call(submission.call());
  shown.set_title(submission.title());
  shown.set_category(submission.category());
  shown.set_discipline(submission.discipline());
  shown.set_amount_fen(submission.amount_fen());
  shown.set_start_date(submission.start_date());
  shown.set_end_date(submission.end_date());
  shown.set_abstract(submission.abstract());
  *shown.mutable_keywords() = submission.keywords();
  const bool whole = call.blindness() == calls::v1::Call::SINGLE_BLIND;
  shown.set_form(whole ? submission.form()
                       : HideIdentifying(submission.form(), call.form_schema()));
  for (const auto& attachment : submission.attachments()) {
    if (attachment.shown_to_experts()) *shown.add_attachments() = ForExpert(attachment);
  }
  return shown;
}

}  // namespace redpeak::review
