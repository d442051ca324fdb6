#include "services/gateway/sheets.h"

#include <mutex>

#include "services/base/errors.h"
#include "services/base/log.h"
#include "services/gateway/answer.h"
#include "services/gateway/connect_error.h"
#include "services/gateway/sheet_file.h"

namespace redpeak::gateway {
namespace {

constexpr int kAtOnceMax = 8;

// One sheet under way. It keeps itself alive by the calls that it waits for.
class Job : public std::enable_shared_from_this<Job> {
 public:
  Job(SheetOrder order, Backend& backend, std::shared_ptr<Exchange> exchange, CallContext context,
      std::shared_ptr<void> place)
      : place_(std::move(place)),
        order_(std::move(order)),
        file_(order_),
        backend_(backend),
        exchange_(std::move(exchange)),
        context_(std::move(context)) {}

  // Asks for the first page, or the next.
  void AskPage() {
    {
      std::lock_guard lock(mutex_);
      if (cancelled_) return End(ErrorResponse(grpc::Status::CANCELLED));
    }
    auto cancel = backend_.Call(
        *order_.method, context_, order_.request->SerializeAsString(),
        [self = shared_from_this()](const grpc::Status& status, const std::string& answer) {
          if (!status.ok()) return self->End(ErrorResponse(status));
          self->TakeAnswer(answer);
        });
    std::lock_guard lock(mutex_);
    cancel_ = std::move(cancel);
    if (cancelled_) cancel_();
  }
  void Cancel() {
    std::lock_guard lock(mutex_);
    cancelled_ = true;
    if (cancel_) cancel_();
  }

 private:
  void TakeAnswer(const std::string& answer) {
    const std::unique_ptr<google::protobuf::Message> page(order_.method->response->New());
    if (!page->ParseFromString(answer)) {
      return End(ErrorResponse(Internal("a page of a sheet cannot be read").value()));
    }
    const bool more = TakePage(order_, *page, [this](const auto& row) {
      if (file_.rows() <= kSheetRowsMax) file_.AddRow(CellsOf(order_, row));
    });
    if (file_.rows() > kSheetRowsMax) {
      return End(ErrorResponse(
          FieldInvalid("request", "TOO_MANY", std::to_string(kSheetRowsMax),
                       "has more rows than a sheet takes; narrow the list down by its filters")
              .value()));
    }
    if (more) return AskPage();
    Log(LogLevel::kInfo, "sheet",
        {{"trace", context_.trace},
         {"method", order_.method->path},
         {"rows", std::to_string(file_.rows())}});
    End(file_.Finish(order_));
  }

  void End(Response response) { Answer(*exchange_, std::move(response)); }

  const std::shared_ptr<void> place_;  // among those under way, until this is gone
  SheetOrder order_;
  SheetFile file_;
  Backend& backend_;
  const std::shared_ptr<Exchange> exchange_;
  const CallContext context_;
  std::mutex mutex_;
  std::function<void()> cancel_;
  bool cancelled_ = false;
};

}  // namespace

void Sheets::Start(const std::shared_ptr<Exchange>& exchange, const CallContext& context) {
  const auto& request = exchange->request;
  if (request.method != "GET") {
    auto refusal = Response::Text(405, "sheets are read by GET");
    refusal.headers.Add("Allow", "GET");
    return Answer(*exchange, std::move(refusal));
  }
  auto order = ReadSheetOrder(methods_, request);
  if (!order) return Answer(*exchange, ErrorResponse(order.error()));
  const std::shared_ptr<void> place(nullptr, [this](void*) { --under_way_; });
  if (++under_way_ > kAtOnceMax) {
    return Answer(*exchange, ErrorResponse(ServerBusy().value()));
  }
  const auto job = std::make_shared<Job>(std::move(*order), backend_, exchange, context, place);
  exchange->on_cancel = [weak = std::weak_ptr<Job>(job)] {
    if (const auto alive = weak.lock()) alive->Cancel();
  };
  job->AskPage();
}

}  // namespace redpeak::gateway
