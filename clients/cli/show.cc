#include "clients/cli/show.h"

#include <google/protobuf/util/json_util.h>

#include <sstream>

#include "clients/cli/names.h"
#include "clients/cli/table.h"
#include "clients/cli/terminal.h"
#include "clients/cli/value.h"

namespace redpeak::cli {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

constexpr int kIndent = 2;

int Inside(int width) { return width == 0 ? 0 : width - kIndent; }

// The message that holds the last field of the path; null where one on the way is not set.
const Message* HolderOf(const Message& message, const FieldPath& path) {
  const auto* holder = &message;
  for (size_t i = 0; i + 1 < path.size(); ++i) {
    if (!holder->GetReflection()->HasField(*holder, path[i])) return nullptr;
    holder = &holder->GetReflection()->GetMessage(*holder, path[i]);
  }
  return holder;
}

// Whether the text is one to copy, and so is never broken over lines.
bool IsWhole(const FieldDescriptor& field) {
  return HoldsName(field) || field.name() == "code" || field.name().ends_with("number");
}

bool IsNumber(const FieldDescriptor& field) {
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
    case FieldDescriptor::CPPTYPE_DOUBLE:
      return !field.is_repeated();
    default:
      return false;
  }
}

// A repeated field's messages as rows of the fields at the ends of the paths.
class Grid {
 public:
  Grid(const Catalog& catalog, const Message& message, const FieldDescriptor& list,
       std::vector<FieldPath> paths)
      : catalog_(catalog), paths_(std::move(paths)), used_(paths_.size()) {
    for (int i = 0; i < message.GetReflection()->FieldSize(message, &list); ++i) {
      AddRow(message.GetReflection()->GetRepeatedMessage(message, &list, i));
    }
  }

  std::string Render(int width) const {
    std::vector<Column> columns;
    std::vector<std::vector<std::string>> rows(rows_.size());
    for (size_t c = 0; c < paths_.size(); ++c) {
      if (!used_[c]) continue;
      const auto& field = *paths_[c].back();
      columns.push_back({LabelOf(catalog_, field), IsNumber(field), IsWhole(field)});
      for (size_t r = 0; r < rows_.size(); ++r) rows[r].push_back(rows_[r][c]);
    }
    return RenderTable(columns, rows, width);
  }

 private:
  void AddRow(const Message& element) {
    std::vector<std::string> row;
    for (size_t c = 0; c < paths_.size(); ++c) {
      const auto* holder = HolderOf(element, paths_[c]);
      row.push_back(holder == nullptr ? ""
                                      : FormatField(catalog_, *holder, *paths_[c].back(), true));
      used_[c] = used_[c] || !row.back().empty();
    }
    rows_.push_back(std::move(row));
  }

  const Catalog& catalog_;
  std::vector<FieldPath> paths_;
  std::vector<bool> used_;
  std::vector<std::vector<std::string>> rows_;
};

std::vector<FieldPath> AllFields(const Descriptor& type) {
  std::vector<FieldPath> paths;
  for (int i = 0; i < type.field_count(); ++i) paths.push_back({type.field(i)});
  return paths;
}

std::vector<FieldPath> Paths(const Descriptor& type, std::string_view columns) {
  std::vector<FieldPath> paths;
  std::istringstream stream{std::string(columns)};
  for (std::string column; stream >> column;) {
    if (auto path = FindPath(type, column); !path.empty()) paths.push_back(std::move(path));
  }
  return paths;
}

const FieldDescriptor* FirstList(const Descriptor& type) {
  for (int i = 0; i < type.field_count(); ++i) {
    if (type.field(i)->is_repeated() && IsOwnMessage(*type.field(i))) return type.field(i);
  }
  return nullptr;
}

// Which fields a record shows beside one another, and which under a heading of their own.
bool IsNested(const FieldDescriptor& field) { return IsOwnMessage(field); }

std::string ShowPairs(const Catalog& catalog, const Message& message, int width) {
  std::vector<std::pair<std::string, std::string>> pairs;
  for (const auto& path : AllFields(*message.GetDescriptor())) {
    const auto& field = *path.back();
    if (IsNested(field) || field.name() == "next_page_token" || !HasValue(message, field)) continue;
    pairs.emplace_back(LabelOf(catalog, field), FormatField(catalog, message, field, false));
  }
  return RenderPairs(pairs, width);
}

std::string ShowNested(const Catalog& catalog, const Message& message, const FieldDescriptor& field,
                       int width, bool brief) {
  const auto label = LabelOf(catalog, field);
  if (!field.is_repeated()) {
    const auto& inside = message.GetReflection()->GetMessage(message, &field);
    return label + "\n" + Indent(ShowRecord(catalog, inside, Inside(width), brief), kIndent);
  }
  const auto count = std::to_string(message.GetReflection()->FieldSize(message, &field));
  const auto heading = catalog.Text("ui/counted", {{"label", label}, {"count", count}}) + "\n";
  if (brief) return heading;
  const Grid grid(catalog, message, field, AllFields(*field.message_type()));
  return heading + Indent(grid.Render(Inside(width)), kIndent);
}

}  // namespace

std::string ToJson(const Message& message) {
  google::protobuf::util::JsonPrintOptions options;
  options.add_whitespace = true;
  options.always_print_primitive_fields = true;
  std::string json;
  const auto status = google::protobuf::util::MessageToJsonString(message, &json, options);
  return status.ok() ? json : "{}\n";
}

std::string ShowRecord(const Catalog& catalog, const Message& message, int width, bool brief) {
  auto text = ShowPairs(catalog, message, width);
  for (const auto& path : AllFields(*message.GetDescriptor())) {
    const auto& field = *path.back();
    if (IsNested(field) && HasValue(message, field))
      text += ShowNested(catalog, message, field, width, brief);
  }
  return text;
}

std::string ShowList(const Catalog& catalog, const Message& message, std::string_view columns,
                     int width) {
  const auto* list = FirstList(*message.GetDescriptor());
  if (list == nullptr) return ShowRecord(catalog, message, width, false);
  const auto rest = ShowPairs(catalog, message, width);
  if (!HasValue(message, *list)) return catalog.Text("ui/empty") + "\n" + rest;
  return Grid(catalog, message, *list, Paths(*list->message_type(), columns)).Render(width) + rest;
}

void Print(Context& context, const Message& answer, std::string_view columns) {
  if (context.settings.json) {
    context.out << ToJson(answer);
    return;
  }
  const auto width = context.settings.wide ? 0 : OutputWidth();
  context.out << (columns.empty() ? ShowRecord(context.catalog, answer, width, false)
                                  : ShowList(context.catalog, answer, columns, width));
}

}  // namespace redpeak::cli
