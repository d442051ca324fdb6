#include "services/gateway/json.h"

#include <google/protobuf/util/json_util.h>
#include <google/protobuf/util/type_resolver_util.h>

#include <memory>

#include "services/base/errors.h"
#include "services/base/text.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::DescriptorPool;
using google::protobuf::util::TypeResolver;

constexpr char kTypePrefix[] = "type.googleapis.com";
constexpr size_t kReasonMax = 300;

TypeResolver& Resolver() {
  static const std::unique_ptr<TypeResolver> resolver(
      google::protobuf::util::NewTypeResolverForDescriptorPool(kTypePrefix,
                                                               DescriptorPool::generated_pool()));
  return *resolver;
}

// One line of what the parser said, which may quote the text.
std::string Reason(const google::protobuf::util::Status& status) {
  auto reason = std::string(status.message().data(), status.message().size());
  reason = reason.substr(0, std::min(reason.find('\n'), kReasonMax));
  while (!reason.empty() && !IsValidUtf8(reason)) reason.pop_back();
  return reason;
}

}  // namespace

Result<void> ReadJson(std::string_view text, google::protobuf::Message& message) {
  if (text.find_first_not_of(" \t\r\n") == std::string_view::npos) return {};
  if (!IsValidUtf8(text)) return FieldInvalid("request", "NOT_UTF8", "", "must be text in UTF-8");
  const auto status = google::protobuf::util::JsonStringToMessage(
      {text.data(), text.size()}, &message, google::protobuf::util::JsonParseOptions());
  if (status.ok()) return {};
  return FieldInvalid("request", "MALFORMED", "",
                      "is not the JSON of a " + message.GetTypeName() + ": " + Reason(status));
}

Result<std::string> BinaryToJson(const google::protobuf::Descriptor& type,
                                 const std::string& bytes) {
  std::string json;
  const auto status = google::protobuf::util::BinaryToJsonString(
      &Resolver(), std::string(kTypePrefix) + "/" + type.full_name(), bytes, &json);
  if (!status.ok()) return Internal("an answer has no JSON: " + Reason(status));
  return json;
}

}  // namespace redpeak::gateway
