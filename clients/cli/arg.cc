#include "clients/cli/arg.h"

#include "clients/cli/value.h"

namespace redpeak::cli {
namespace {

using google::protobuf::FieldDescriptor;

std::string FieldNames(const google::protobuf::Descriptor& type) {
  std::string names;
  for (int i = 0; i < type.field_count(); ++i) names += (i > 0 ? ":" : "") + type.field(i)->name();
  return names;
}

// How the field's text is written, or empty where anything will do.
std::string Form(const Catalog& catalog, const FieldDescriptor& field) {
  if (IsTimestamp(field)) return catalog.Text("form/time");
  if (IsDuration(field)) return catalog.Text("form/duration");
  if (IsFieldMask(field)) return catalog.Text("form/mask");
  if (IsMoney(field)) return catalog.Text("form/money");
  if (IsOwnMessage(field)) {
    return catalog.Text("form/message", {{"fields", FieldNames(*field.message_type())}});
  }
  if (field.type() == FieldDescriptor::TYPE_BYTES) return catalog.Text("form/file");
  return field.type() == FieldDescriptor::TYPE_ENUM ? ValuesOf(*field.enum_type()) : "";
}

}  // namespace

bool IsPositional(const Arg& arg) {
  return arg.kind == Arg::Kind::kPositional || arg.kind == Arg::Kind::kRest;
}

std::string First(const Given& given, const std::string& name, std::string otherwise) {
  const auto it = given.find(name);
  return it == given.end() || it->second.empty() ? std::move(otherwise) : it->second.front();
}

// What stands for the value in help.
std::string MetavarOf(const Arg& arg) {
  if (arg.path.empty()) return "TEXT";
  const auto& field = *arg.path.back();
  if (IsTimestamp(field)) return "TIME";
  if (IsDuration(field)) return "LENGTH";
  if (IsMoney(field)) return "AMOUNT";
  if (IsOwnMessage(field)) return "FIELDS";
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_INT32:
    case FieldDescriptor::CPPTYPE_INT64:
      return "N";
    case FieldDescriptor::CPPTYPE_ENUM:
      return "VALUE";
    default:
      return arg.pattern.empty() ? "TEXT" : "NAME";
  }
}

std::string Describe(const Catalog& catalog, const Arg& arg) {
  auto text = arg.path.empty() || !arg.label.empty() ? catalog.Text(arg.label)
                                                     : LabelOf(catalog, *arg.path.back());
  std::string form;
  const auto add = [&](const std::string& more) {
    if (!more.empty()) form += (form.empty() ? "" : catalog.Text("form/and")) + more;
  };
  if (!arg.path.empty()) add(Form(catalog, *arg.path.back()));
  add(arg.pattern);
  if (arg.kind == Arg::Kind::kValues) add(catalog.Text("form/repeated"));
  add(arg.variable);
  return form.empty() ? text : catalog.Text("form/described", {{"text", text}, {"form", form}});
}

}  // namespace redpeak::cli
