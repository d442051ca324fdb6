#include "services/gateway/download.h"

#include "redpeak/submissions/v1/submissions_service.pb.h"
#include "services/base/crypto.h"
#include "services/gateway/answer.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/encoding.h"
#include "services/gateway/ranges.h"

namespace redpeak::gateway {
namespace {

using google::protobuf::Message;
using Piece = submissions::v1::DownloadAttachmentResponse;
using submissions::v1::FileInfo;

constexpr std::chrono::hours kDownloadMax{2};

// What a stream gives after its first message, cut to what was asked for.
class Source final : public BodySource {
 public:
  // `left`: the bytes to give. `to_end`: with them the file ends.
  Source(std::shared_ptr<RpcStream> stream, std::string first, int64_t left, bool to_end)
      : stream_(std::move(stream)), first_(std::move(first)), left_(left), to_end_(to_end) {}
  // The end of the stream is read too, so that its service does not take it for broken off.
  ~Source() override {
    if (left_ == 0 && to_end_) {
      stream_->Read([](const std::optional<std::string>&) {});
    } else {
      stream_->Cancel();
    }
  }

  void Next(std::function<void(std::optional<std::string>)> take) override {
    if (!first_.empty()) return take(Cut(std::exchange(first_, {})));
    stream_->Read([this, take = std::move(take)](const std::optional<std::string>& message) {
      Piece piece;
      if (!message || !piece.ParseFromString(*message) || piece.data().empty()) {
        return take(std::nullopt);
      }
      take(Cut(std::move(*piece.mutable_data())));
    });
  }
  void Cancel() override { stream_->Cancel(); }

 private:
  std::string Cut(std::string data) {
    if (static_cast<int64_t>(data.size()) > left_) data.resize(static_cast<size_t>(left_));
    left_ -= static_cast<int64_t>(data.size());
    return data;
  }

  const std::shared_ptr<RpcStream> stream_;
  std::string first_;
  int64_t left_;
  const bool to_end_;
};

class Opening final : public std::enable_shared_from_this<Opening> {
 public:
  Opening(std::shared_ptr<Exchange> exchange, std::optional<ByteRange> range)
      : exchange_(std::move(exchange)), range_(range) {}

  void Start(Backend& backend, const CallContext& context, const Method& method,
             const std::string& request) {
    stream_ = backend.Open(method, context,
                           [self = shared_from_this()](const auto& status) { self->Done(status); });
    if (!stream_) return;
    exchange_->on_cancel = [stream = stream_] { stream->Cancel(); };
    stream_->Read([self = shared_from_this()](std::optional<std::string> message) {
      Piece piece;
      if (message && piece.ParseFromString(*message)) self->Begin(std::move(piece));
    });
    stream_->Write(request, [stream = stream_] { stream->EndWrites(); });
  }

 private:
  // The stream ended before it gave anything.
  void Done(const grpc::Status& status) {
    if (answered_) return;
    auto response = ErrorResponse(status);
    const bool beyond = range_ && status.error_code() == grpc::StatusCode::INVALID_ARGUMENT;
    if (beyond) response.status = 416;
    Answer(*exchange_, std::move(response));
  }

  void Begin(Piece piece) {
    answered_ = true;
    const auto& info = piece.info();
    const auto etag = "\"" + Hex(info.sha256()) + "\"";
    Response response;
    response.headers.Add("ETag", etag);
    response.headers.Add("Cache-Control", "private, no-cache");
    if (exchange_->request.headers.Get("if-none-match") == etag) {
      response.status = 304;
      return GiveUp(std::move(response));
    }
    if (range_ && range_->first >= info.size_bytes()) {
      response.status = 416;
      response.headers.Add("Content-Range", "bytes */" + std::to_string(info.size_bytes()));
      return GiveUp(std::move(response));
    }
    Describe(info, response);
    const int64_t first = range_ ? range_->first : 0;
    const bool to_end = first + response.source_bytes == info.size_bytes();
    response.source = std::make_shared<Source>(stream_, std::move(*piece.mutable_data()),
                                               response.source_bytes, to_end);
    Answer(*exchange_, std::move(response));
  }

  void GiveUp(Response response) {
    stream_->Cancel();
    Answer(*exchange_, std::move(response));
  }

  void Describe(const FileInfo& info, Response& response) const {
    const auto size = info.size_bytes();
    const int64_t first = range_ ? range_->first : 0;
    const int64_t last = range_ ? std::min(range_->last.value_or(size - 1), size - 1) : size - 1;
    response.source_bytes = last - first + 1;
    response.headers.Add("Content-Type", info.media_type());
    response.headers.Add("Content-Disposition", Disposition(info.media_type(), info.file_name()));
    response.headers.Add("Accept-Ranges", "bytes");
    // The pages may show it in a frame of their own.
    response.headers.Add("Content-Security-Policy", "frame-ancestors 'self'");
    if (!range_) return;
    response.status = 206;
    response.headers.Add("Content-Range", "bytes " + std::to_string(first) + "-" +
                                              std::to_string(last) + "/" + std::to_string(size));
  }

  const std::shared_ptr<Exchange> exchange_;
  const std::optional<ByteRange> range_;
  std::shared_ptr<RpcStream> stream_;
  bool answered_ = false;
};

}  // namespace

std::string Disposition(const std::string& media_type, const std::string& file_name) {
  const bool shown = media_type == "application/pdf" || media_type.starts_with("image/");
  return std::string(shown ? "inline" : "attachment") + "; filename*=UTF-8''" +
         PercentEncode(file_name);
}

void HandleDownload(Backend& backend, const CallContext& context, const Found& found,
                    const std::shared_ptr<Exchange>& exchange) {
  const auto& headers = exchange->request.headers;
  const std::unique_ptr<Message> request(found.method->request->New());
  auto fields = found.fields;
  // What an If-Range would compare never changes: a file's name stands for its bytes.
  const auto range = ReadRange(headers.Get("range"));
  if (range) fields["offset"] = std::to_string(range->first);
  const auto filled = Fill(fields, *request);
  if (!filled) return Answer(*exchange, ErrorResponse(filled.error()));
  auto patient = context;
  patient.timeout = kDownloadMax;
  std::make_shared<Opening>(exchange, range)
      ->Start(backend, patient, *found.method, request->SerializeAsString());
}

}  // namespace redpeak::gateway
