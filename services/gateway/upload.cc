#include "services/gateway/upload.h"

#include "services/base/errors.h"
#include "services/gateway/answer.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"
#include "services/gateway/json.h"
#include "services/gateway/ranges.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Message;

constexpr std::chrono::hours kUploadMax{2};

std::string WithData(const Method& method, const std::string& bytes) {
  const std::unique_ptr<Message> part(method.request->New());
  const auto* data = part->GetDescriptor()->FindFieldByName("data");
  part->GetReflection()->SetString(part.get(), data, bytes);
  return part->SerializeAsString();
}

// The query's fields beside those of the path.
Result<void> AddQuery(const Request& request, Fields& fields) {
  auto query = ParseQuery(request.query);
  if (!query) return FieldInvalid("query", "MALFORMED", "", "has a broken escape");
  fields.merge(*query);
  return {};
}

// The part of the file that comes now. Without Content-Range it is all of it.
Result<std::optional<ContentRange>> RangeOf(const Request& request, bool in_parts) {
  const auto field = request.headers.Get("content-range");
  if (!field.empty()) {
    const auto range = ReadContentRange(field);
    if (range && in_parts) return range;
    return FieldInvalid("Content-Range", "MALFORMED", "",
                        "must be like bytes 0-99/1000, and needs an upload_id");
  }
  if (!in_parts) return std::nullopt;
  int64_t length = 0;
  const auto text = request.headers.Get("content-length");
  for (const char c : text) length = length * 10 + (c - '0');  // the parser has checked it
  if (length == 0) return FieldInvalid("Content-Length", "REQUIRED", "", "must be given");
  return ContentRange{0, length - 1, length};
}

class Upload final : public BodySink, public std::enable_shared_from_this<Upload> {
 public:
  Upload(const Method& method, std::shared_ptr<Exchange> exchange,
         std::optional<ContentRange> range)
      : method_(method), exchange_(std::move(exchange)), range_(range) {}

  void Start(Backend& backend, const CallContext& context, const std::string& start) {
    stream_ = backend.Open(method_, context,
                           [self = shared_from_this()](const auto& status) { self->Done(status); });
    if (!stream_) return;
    exchange_->Stream(shared_from_this());
    stream_->Read([self = shared_from_this()](std::optional<std::string> answer) {
      if (answer) self->TakeAnswer(std::move(*answer));
    });
    stream_->Write(start, [self = shared_from_this()] { self->Ready(); });
  }

  // Waits until the first message is away.
  void Write(std::string bytes, std::function<void()> ready) override {
    {
      std::lock_guard lock(mutex_);
      if (!started_) {
        pending_ = [this, bytes = std::move(bytes), ready = std::move(ready)] {
          stream_->Write(WithData(method_, bytes), ready);
        };
        return;
      }
    }
    stream_->Write(WithData(method_, bytes), std::move(ready));
  }
  void End() override {
    {
      std::lock_guard lock(mutex_);
      if (!started_) {
        pending_ = [this] { stream_->EndWrites(); };
        return;
      }
    }
    stream_->EndWrites();
  }
  void Cancel() override { stream_->Cancel(); }

 private:
  void Ready() {
    std::function<void()> pending;
    {
      std::lock_guard lock(mutex_);
      started_ = true;
      pending.swap(pending_);
    }
    if (pending) pending();
  }

  // The call ends only after the end of its answers was read.
  void TakeAnswer(std::string answer) {
    answer_ = std::move(answer);
    stream_->Read([](const std::optional<std::string>&) {});
  }

  void Done(const grpc::Status& status) {
    if (!status.ok()) return Answer(*exchange_, ErrorResponse(status));
    auto json = BinaryToJson(*method_.descriptor->output_type(), answer_);
    if (!json) return Answer(*exchange_, ErrorResponse(json.error()));
    Response response;
    response.headers.Add("Content-Type", "application/json");
    response.body = std::move(*json);
    if (range_ && range_->last + 1 < range_->whole) {
      response.status = 202;
      response.headers.Add("Upload-Offset", std::to_string(range_->last + 1));
    }
    Answer(*exchange_, std::move(response));
  }

  const Method& method_;
  const std::shared_ptr<Exchange> exchange_;
  const std::optional<ContentRange> range_;
  std::shared_ptr<RpcStream> stream_;
  std::string answer_;
  std::mutex mutex_;
  bool started_ = false;
  std::function<void()> pending_;
};

// The first message of an upload.
Result<std::string> StartOf(const Method& method, const Request& request, Fields fields,
                            std::optional<ContentRange>& range) {
  REDPEAK_RETURN_IF_ERROR(AddQuery(request, fields));
  REDPEAK_ASSIGN_OR_RETURN(range, RangeOf(request, fields.contains("upload_id")));
  if (range) {
    fields["offset"] = std::to_string(range->first);
    fields["size_bytes"] = std::to_string(range->whole);
  }
  const std::unique_ptr<Message> part(method.request->New());
  const auto* start = part->GetDescriptor()->FindFieldByName("start");
  REDPEAK_RETURN_IF_ERROR(Fill(fields, *part->GetReflection()->MutableMessage(part.get(), start)));
  return part->SerializeAsString();
}

Response StateResponse(const Method& method, const grpc::Status& status,
                       const std::string& message) {
  if (!status.ok()) return ErrorResponse(status);
  const std::unique_ptr<Message> answer(method.response->New());
  answer->ParseFromString(message);
  const auto* offset = answer->GetDescriptor()->FindFieldByName("offset");
  Response response;
  response.headers.Add("Upload-Offset",
                       std::to_string(answer->GetReflection()->GetInt64(*answer, offset)));
  return response;
}

}  // namespace

void HandleUpload(Backend& backend, const CallContext& context, Found found,
                  const std::shared_ptr<Exchange>& exchange) {
  std::optional<ContentRange> range;
  const auto start = StartOf(*found.method, exchange->request, std::move(found.fields), range);
  if (!start) return Answer(*exchange, ErrorResponse(start.error()));
  auto patient = context;
  patient.timeout = kUploadMax;
  std::make_shared<Upload>(*found.method, exchange, range)->Start(backend, patient, *start);
}

void HandleUploadState(Backend& backend, const CallContext& context, Found found,
                       const std::shared_ptr<Exchange>& exchange) {
  const auto& method = *found.method;
  const std::unique_ptr<Message> request(method.request->New());
  auto filled = AddQuery(exchange->request, found.fields);
  if (filled) filled = Fill(found.fields, *request);
  if (!filled) return Answer(*exchange, ErrorResponse(filled.error()));
  exchange->on_cancel =
      backend.Call(method, context, request->SerializeAsString(),
                   [exchange, &method](const grpc::Status& status, const std::string& message) {
                     Answer(*exchange, StateResponse(method, status, message));
                   });
}

}  // namespace redpeak::gateway
