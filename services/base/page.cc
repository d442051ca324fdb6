#include "services/base/page.h"

#include <memory>
#include <nlohmann/json.hpp>

#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/violations.h"

namespace redpeak {
namespace {

// What identifies the list: the request without the fields that say which page of it.
std::string Checksum(const google::protobuf::Message& request) {
  const std::unique_ptr<google::protobuf::Message> list(request.New());
  list->CopyFrom(request);
  for (const char* name : {"page_size", "page_token"}) {
    if (const auto* field = list->GetDescriptor()->FindFieldByName(name)) {
      list->GetReflection()->ClearField(list.get(), field);
    }
  }
  return Hex(Sha256(list->GetDescriptor()->full_name() + list->SerializeAsString()).substr(0, 8));
}

std::string TokenOf(const google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("page_token");
  return request.GetReflection()->GetString(request, field);
}

}  // namespace

Result<Page> ReadPage(const google::protobuf::Message& request) {
  const auto* field = request.GetDescriptor()->FindFieldByName("page_size");
  const int asked = request.GetReflection()->GetInt32(request, field);
  Violations violations;
  violations.Range("page_size", asked, 0, kPageSizeMax);
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  Page page;
  if (asked > 0) page.size = asked;
  const auto token = TokenOf(request);
  if (token.empty()) return page;
  const auto text = FromBase64Url(token);
  if (!text) return PageTokenInvalid();
  const auto json = nlohmann::json::parse(*text, nullptr, /*allow_exceptions=*/false);
  if (!json.is_array() || json.size() < 2) return PageTokenInvalid();
  for (const auto& part : json) {
    if (!part.is_string()) return PageTokenInvalid();
    page.after.push_back(part.get<std::string>());
  }
  if (page.after.front() != Checksum(request)) return PageTokenInvalid();
  page.after.erase(page.after.begin());
  return page;
}

std::string MakePageToken(const google::protobuf::Message& request,
                          const std::vector<std::string>& key) {
  nlohmann::json json = nlohmann::json::array({Checksum(request)});
  for (const auto& column : key) json.push_back(column);
  return ToBase64Url(json.dump());
}

}  // namespace redpeak
