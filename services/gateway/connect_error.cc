#include "services/gateway/connect_error.h"

#include <array>
#include <nlohmann/json.hpp>

#include "google/rpc/status.pb.h"
#include "services/base/wire.h"
#include "services/gateway/encoding.h"

namespace redpeak::gateway {
namespace {

struct Row {
  std::string_view name;
  int http;
};

// By gRPC's code. https://connectrpc.com/docs/protocol#error-codes
constexpr std::array<Row, 17> kRows = {{
    {"unknown", 500},
    {"canceled", 499},
    {"unknown", 500},
    {"invalid_argument", 400},
    {"deadline_exceeded", 504},
    {"not_found", 404},
    {"already_exists", 409},
    {"permission_denied", 403},
    {"resource_exhausted", 429},
    {"failed_precondition", 400},
    {"aborted", 409},
    {"out_of_range", 400},
    {"unimplemented", 501},
    {"internal", 500},
    {"unavailable", 503},
    {"data_loss", 500},
    {"unauthenticated", 401},
}};

const Row& RowOf(int code) {
  const auto index = static_cast<size_t>(code);
  return code >= 0 && index < kRows.size() ? kRows[index] : kRows[2];
}

nlohmann::json DetailsOf(const grpc::Status& status) {
  auto details = nlohmann::json::array();
  google::rpc::Status wire;
  if (!wire.ParseFromString(status.error_details())) return details;
  for (const auto& detail : wire.details()) {
    const auto& url = detail.type_url();
    details.push_back(
        {{"type", url.substr(url.rfind('/') + 1)}, {"value", ToBase64(detail.value())}});
  }
  return details;
}

}  // namespace

std::string_view ConnectCode(int code) { return RowOf(code).name; }
int HttpStatus(int code) { return RowOf(code).http; }

Response ErrorResponse(const grpc::Status& status) {
  nlohmann::json body = {{"code", ConnectCode(status.error_code())},
                         {"message", status.error_message()}};
  auto details = DetailsOf(status);
  if (!details.empty()) body["details"] = std::move(details);
  Response response;
  response.status = HttpStatus(status.error_code());
  response.headers.Add("Content-Type", "application/json");
  response.body = body.dump(-1, ' ', false, nlohmann::json::error_handler_t::replace);
  return response;
}

Response ErrorResponse(const Error& error) { return ErrorResponse(ToGrpc(error)); }

}  // namespace redpeak::gateway
