#include "services/gateway/public_data.h"

#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include "services/base/errors.h"
#include "services/gateway/answer.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"
#include "services/gateway/json.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::Message;
using google::protobuf::Timestamp;

constexpr int kPagesMax = 100;
constexpr char kPageSize[] = "1000";

bool IsTimestamp(const FieldDescriptor& field) {
  return field.type() == FieldDescriptor::TYPE_MESSAGE &&
         field.message_type() == Timestamp::descriptor();
}

bool IsColumn(const FieldDescriptor& field) {
  if (field.is_repeated() || field.type() == FieldDescriptor::TYPE_BYTES) return false;
  return field.type() != FieldDescriptor::TYPE_MESSAGE || IsTimestamp(field);
}

std::string CellOf(const Message& row, const FieldDescriptor& field) {
  const auto* reflection = row.GetReflection();
  switch (field.cpp_type()) {
    case FieldDescriptor::CPPTYPE_STRING:
      return reflection->GetString(row, &field);
    case FieldDescriptor::CPPTYPE_ENUM:
      return reflection->GetEnum(row, &field)->name();
    case FieldDescriptor::CPPTYPE_INT32:
      return std::to_string(reflection->GetInt32(row, &field));
    case FieldDescriptor::CPPTYPE_INT64:
      return std::to_string(reflection->GetInt64(row, &field));
    case FieldDescriptor::CPPTYPE_BOOL:
      return reflection->GetBool(row, &field) ? "true" : "false";
    case FieldDescriptor::CPPTYPE_MESSAGE: {
      if (!reflection->HasField(row, &field)) return {};
      Timestamp instant;
      instant.CopyFrom(reflection->GetMessage(row, &field));
      return google::protobuf::util::TimeUtil::ToString(instant);
    }
    default:
      return {};
  }
}

std::string Quoted(const FieldDescriptor& field, std::string text) {
  constexpr std::string_view kFormula = "=+-@\t\r";
  const bool is_text = field.cpp_type() == FieldDescriptor::CPPTYPE_STRING;
  if (is_text && !text.empty() && kFormula.find(text[0]) != kFormula.npos) text.insert(0, "'");
  if (text.find_first_of(",\"\r\n") == text.npos) return text;
  for (size_t at = 0; (at = text.find('"', at)) != text.npos; at += 2) text.insert(at, "\"");
  return "\"" + text + "\"";
}

// A list under way, a page after another.
class Listing final : public std::enable_shared_from_this<Listing> {
 public:
  Listing(Backend& backend, CallContext context, const Method& method, std::string rows, bool csv,
          std::shared_ptr<Exchange> exchange)
      : backend_(backend),
        context_(std::move(context)),
        method_(method),
        rows_(std::move(rows)),
        csv_(csv),
        exchange_(std::move(exchange)),
        request_(method.request->New()),
        all_(method.response->New()) {}

  // The query's fields beside those of the path.
  Result<void> Fill(Fields fields) {
    auto query = ParseQuery(exchange_->request.query);
    if (!query) return FieldInvalid("query", "MALFORMED", "", "has a broken escape");
    const bool paged = method_.request->GetDescriptor()->FindFieldByName("page_token") != nullptr;
    whole_ = paged && !query->contains("page_size") && !query->contains("page_token");
    if (whole_) query->emplace("page_size", kPageSize);
    fields.merge(*query);
    return gateway::Fill(fields, *request_);
  }

  void Read() {
    backend_.Call(
        method_, context_, request_->SerializeAsString(),
        [self = shared_from_this()](const grpc::Status& status, const std::string& message) {
          self->Take(status, message);
        });
  }

 private:
  void Take(const grpc::Status& status, const std::string& message) {
    if (!status.ok()) return Answer(*exchange_, ErrorResponse(status));
    all_->MergeFromString(message);
    if (whole_ && ++pages_ < kPagesMax && TurnPage()) return Read();
    Answer(*exchange_, Make());
  }

  // Moves the token of the next page from the answer to the request. False: that was the last.
  bool TurnPage() {
    const auto* next = all_->GetDescriptor()->FindFieldByName("next_page_token");
    const auto token = all_->GetReflection()->GetString(*all_, next);
    all_->GetReflection()->ClearField(all_.get(), next);
    const auto* field = request_->GetDescriptor()->FindFieldByName("page_token");
    request_->GetReflection()->SetString(request_.get(), field, token);
    return !token.empty();
  }

  Response Make() const {
    Response response;
    response.headers.Add("Access-Control-Allow-Origin", "*");
    response.headers.Add("Cache-Control", "public, max-age=60");
    if (csv_) {
      response.headers.Add("Content-Type", "text/csv; charset=utf-8");
      response.body = ToCsv(*all_, rows_);
      return response;
    }
    auto json = BinaryToJson(*all_->GetDescriptor(), all_->SerializeAsString());
    if (!json) return ErrorResponse(json.error());
    response.headers.Add("Content-Type", "application/json");
    response.body = std::move(*json);
    return response;
  }

  Backend& backend_;
  const CallContext context_;
  const Method& method_;
  const std::string rows_;
  const bool csv_;
  const std::shared_ptr<Exchange> exchange_;
  const std::unique_ptr<Message> request_;
  const std::unique_ptr<Message> all_;
  bool whole_ = false;
  int pages_ = 0;
};

}  // namespace

bool TakeDataSuffix(std::string_view& path, bool& csv) {
  csv = path.ends_with(".csv");
  if (!csv && !path.ends_with(".json")) return false;
  path.remove_suffix(csv ? 4 : 5);
  return true;
}

void HandleData(Backend& backend, CallContext context, Found found, bool csv,
                const std::shared_ptr<Exchange>& exchange) {
  if (csv && found.rows.empty()) {
    return Answer(*exchange, Response::Text(404, "this is no table; it is there as .json"));
  }
  context.authorization.clear();
  const auto listing = std::make_shared<Listing>(backend, std::move(context), *found.method,
                                                 std::move(found.rows), csv, exchange);
  const auto filled = listing->Fill(std::move(found.fields));
  if (!filled) return Answer(*exchange, ErrorResponse(filled.error()));
  listing->Read();
}

std::string ToCsv(const Message& message, const std::string& rows) {
  const auto* field = message.GetDescriptor()->FindFieldByName(rows);
  const auto& type = *field->message_type();
  std::vector<const FieldDescriptor*> columns;
  std::string csv = "\xEF\xBB\xBF";
  for (int i = 0; i < type.field_count(); ++i) {
    if (!IsColumn(*type.field(i))) continue;
    csv.append(columns.empty() ? "" : ",").append(type.field(i)->name());
    columns.push_back(type.field(i));
  }
  csv += "\r\n";
  const auto* reflection = message.GetReflection();
  for (int row = 0; row < reflection->FieldSize(message, field); ++row) {
    const auto& cells = reflection->GetRepeatedMessage(message, field, row);
    for (const auto* column : columns) {
      csv.append(column == columns.front() ? "" : ",");
      csv += Quoted(*column, CellOf(cells, *column));
    }
    csv += "\r\n";
  }
  return csv;
}

}  // namespace redpeak::gateway
