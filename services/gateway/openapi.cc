#include "services/gateway/openapi.h"

#include <nlohmann/json.hpp>

#include "redpeak/options/v1/options.pb.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::EnumDescriptor;
using google::protobuf::FieldDescriptor;
using json = nlohmann::ordered_json;

json Reference(const std::string& schema) { return {{"$ref", "#/components/schemas/" + schema}}; }

// Protobuf's own types have a JSON of their own. Null: it is none of them.
json WellKnown(const std::string& name) {
  if (name == "google.protobuf.Timestamp") return {{"type", "string"}, {"format", "date-time"}};
  if (name == "google.protobuf.Duration") return {{"type", "string"}, {"examples", {"3.5s"}}};
  if (name == "google.protobuf.FieldMask") return {{"type", "string"}, {"examples", {"a,b.c"}}};
  if (name.starts_with("google.protobuf.")) return json::object();
  return nullptr;
}

// The schemas that methods reach, each once.
class Schemas {
 public:
  json Of(const Descriptor& type) {
    if (auto known = WellKnown(type.full_name()); !known.is_null()) return known;
    if (!all_.contains(type.full_name())) {
      all_[type.full_name()] = nullptr;  // a type may contain itself
      json properties = json::object();
      for (int i = 0; i < type.field_count(); ++i) {
        properties[type.field(i)->json_name()] = Of(*type.field(i));
      }
      all_[type.full_name()] = {{"type", "object"}, {"properties", std::move(properties)}};
    }
    return Reference(type.full_name());
  }
  const json& all() const { return all_; }

 private:
  json Of(const FieldDescriptor& field) {
    if (field.is_map()) {
      return {{"type", "object"},
              {"additionalProperties", Single(*field.message_type()->field(1))}};
    }
    if (field.is_repeated()) return {{"type", "array"}, {"items", Single(field)}};
    return Single(field);
  }

  json Single(const FieldDescriptor& field) {
    switch (field.cpp_type()) {
      case FieldDescriptor::CPPTYPE_MESSAGE:
        return Of(*field.message_type());
      case FieldDescriptor::CPPTYPE_ENUM:
        return Of(*field.enum_type());
      case FieldDescriptor::CPPTYPE_BOOL:
        return {{"type", "boolean"}};
      case FieldDescriptor::CPPTYPE_INT64:
      case FieldDescriptor::CPPTYPE_UINT64:
        return {{"type", "string"}, {"format", "int64"}};
      case FieldDescriptor::CPPTYPE_INT32:
      case FieldDescriptor::CPPTYPE_UINT32:
        return {{"type", "integer"}, {"format", "int32"}};
      case FieldDescriptor::CPPTYPE_STRING: {
        json schema = {{"type", "string"}};
        if (field.type() == FieldDescriptor::TYPE_BYTES) schema["contentEncoding"] = "base64";
        return schema;
      }
      default:
        return {{"type", "number"}};
    }
  }

  json Of(const EnumDescriptor& type) {
    json names = json::array();
    for (int i = 0; i < type.value_count(); ++i) names.push_back(type.value(i)->name());
    all_[type.full_name()] = {{"type", "string"}, {"enum", std::move(names)}};
    return Reference(type.full_name());
  }

  json all_ = json::object();
};

// Who may call it, in words.
std::string AccessOf(const Method& method) {
  const auto& access = method.descriptor->options().GetExtension(options::v1::access);
  if (access.anyone()) return "Anybody.";
  if (access.signed_in()) return "Whoever is signed in.";
  std::string roles;
  for (const auto role : access.roles()) {
    roles +=
        (roles.empty() ? "" : ", ") + options::v1::Role_Name(static_cast<options::v1::Role>(role));
  }
  return roles + ".";
}

json Content(const char* media_type, json schema) {
  return {{"content", {{media_type, {{"schema", std::move(schema)}}}}}};
}

json Answers(const std::string& description, json content) {
  content["description"] = description;
  json failure = Content("application/json", Reference("connect.error"));
  failure["description"] = "A refusal";
  return {{"200", std::move(content)}, {"default", std::move(failure)}};
}

json Operation(const Method& method, const std::string& id) {
  return {{"tags", {method.descriptor->service()->full_name()}},
          {"operationId", id},
          {"summary", method.descriptor->name()},
          {"description", AccessOf(method)}};
}

json Call(const Method& method, Schemas& schemas) {
  auto call = Operation(method, method.descriptor->full_name());
  call["parameters"] = {{{"name", "Connect-Protocol-Version"},
                         {"in", "header"},
                         {"required", true},
                         {"schema", {{"type", "string"}, {"const", "1"}}}}};
  call["requestBody"] = Content("application/json", schemas.Of(*method.descriptor->input_type()));
  call["responses"] = Answers(
      "The answer", Content("application/json", schemas.Of(*method.descriptor->output_type())));
  return call;
}

// /public/calls/{call} of /public/{name=calls/*}, and the parameters that it has then.
std::string PlainPath(const std::string& pattern, json& parameters) {
  std::string path, before, segment;
  const auto take = [&] {
    if (segment.find('=') != segment.npos) segment = segment.substr(segment.find('=') + 1);
    if (segment.ends_with('}')) segment.pop_back();
    if (segment == "*") {
      const auto name = before.substr(0, before.size() - 1);  // of one of those before
      parameters.push_back(
          {{"name", name}, {"in", "path"}, {"required", true}, {"schema", {{"type", "string"}}}});
      segment = "{" + name + "}";
    }
    path += "/" + segment;
    before = std::exchange(segment, {});
  };
  for (const char c : pattern.substr(1)) {
    if (c == '/') {
      take();
    } else {
      segment += c;
    }
  }
  take();
  return path;
}

void AddPath(json& paths, const Method& method, const std::string& pattern,
             const std::string& suffix, const char* verb, const char* media_type) {
  if (pattern.empty()) return;
  json parameters = json::array();
  const auto path = PlainPath(pattern, parameters) + suffix;
  auto operation = Operation(method, method.descriptor->full_name() + "." + verb + suffix);
  operation["parameters"] = std::move(parameters);
  const json bytes = {{"type", "string"}};
  if (std::string_view(verb) == "put") operation["requestBody"] = Content(media_type, bytes);
  operation["responses"] = Answers("The answer", Content(media_type, bytes));
  paths[path][verb] = std::move(operation);
}

void AddAddresses(json& paths, const Method& method) {
  const auto& address = method.descriptor->options().GetExtension(options::v1::address);
  AddPath(paths, method, address.data(), ".json", "get", "application/json");
  if (!address.rows().empty()) {
    AddPath(paths, method, address.data(), ".csv", "get", "text/csv");
  }
  AddPath(paths, method, address.download(), "", "get", "application/octet-stream");
  AddPath(paths, method, address.upload(), "", "put", "application/octet-stream");
  AddPath(paths, method, address.upload_state(), "", "head", "application/octet-stream");
}

json ErrorSchema() {
  const json text = {{"type", "string"}};
  return {
      {"type", "object"},
      {"properties",
       {{"code", text},
        {"message", text},
        {"details",
         {{"type", "array"},
          {"items", {{"type", "object"}, {"properties", {{"type", text}, {"value", text}}}}}}}}}};
}

}  // namespace

std::string OpenApi(const Methods& methods) {
  json paths = json::object();
  Schemas schemas;
  for (const auto& [path, method] : methods.all()) {
    AddAddresses(paths, method);
    if (method.descriptor->client_streaming() || method.descriptor->server_streaming()) continue;
    paths["/api" + path]["post"] = Call(method, schemas);
  }
  auto all = schemas.all();
  all["connect.error"] = ErrorSchema();
  const json document = {
      {"openapi", "3.1.0"},
      {"info", {{"title", "Redpeak"}, {"version", "v1"}}},
      {"paths", std::move(paths)},
      {"components",
       {{"schemas", std::move(all)},
        {"securitySchemes", {{"bearer", {{"type", "http"}, {"scheme", "bearer"}}}}}}},
      {"security", {{{"bearer", json::array()}}, json::object()}}};
  return document.dump();
}

}  // namespace redpeak::gateway
