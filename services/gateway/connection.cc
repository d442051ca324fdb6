#include "services/gateway/connection.h"

#include "services/gateway/response_head.h"

namespace redpeak::gateway {
namespace {

constexpr size_t kPipelinedBytesMax = 16 << 10;  // taken from the line while an answer is made

}  // namespace

// What the request's handler holds. It may outlive the connection.
class Connection::Live final : public Exchange, public std::enable_shared_from_this<Live> {
 public:
  explicit Live(std::weak_ptr<Connection> connection) : connection_(std::move(connection)) {}

  void Answer(Response response) override {
    Run([response = std::move(response)](Connection& connection, const Live& live) mutable {
      connection.OnAnswer(live, std::move(response));
    });
  }
  void Stream(std::shared_ptr<BodySink> sink) override {
    if (const auto connection = connection_.lock()) connection->sink_ = std::move(sink);
  }
  void SinkReady() {
    Run([](Connection& connection, const Live& live) { connection.OnSinkReady(live); });
  }
  // Calls it on the connection's thread, if there is still a connection.
  void Run(std::function<void(Connection&, const Live&)> task) {
    const auto connection = connection_.lock();
    if (!connection) return;
    connection->transport_->Post([connection, self = shared_from_this(), task = std::move(task)] {
      if (connection->live_ == self && !connection->closed_) task(*connection, *self);
    });
  }

 private:
  const std::weak_ptr<Connection> connection_;
};

Connection::Connection(std::unique_ptr<Transport> transport, Handler& handler,
                       const Patience& patience, std::string client_address,
                       std::function<void(Connection&)> ended)
    : transport_(std::move(transport)),
      handler_(handler),
      patience_(patience),
      client_address_(std::move(client_address)),
      ended_(std::move(ended)) {}

Connection::~Connection() = default;

void Connection::Start() {
  Enter(State::kOpening, patience_.head);
  transport_->Open(*this);
}

void Connection::OnOpen(bool ok) {
  if (!ok || closed_) return Close();
  Enter(State::kHead, patience_.head);
  Read();
}

void Connection::Enter(State state, std::chrono::milliseconds patience) {
  state_ = state;
  deadline_ = std::chrono::steady_clock::now() + patience;
}

void Connection::Tick(Moment now) {
  if (closed_ || now < deadline_) {
    const bool idle = state_ == State::kHead && in_.empty() && !parser_;
    if (idle && in_.capacity() > kPipelinedBytesMax / 8) std::string().swap(in_);
    return;
  }
  if (state_ == State::kBody || (state_ == State::kStreaming && !sink_busy_)) return Refuse(408);
  Close();
}

void Connection::Drain() {
  draining_ = true;
  if (state_ == State::kHead && in_.empty()) Close();
}

void Connection::Close() {
  if (closed_) return;
  closed_ = true;
  if (sink_) sink_->Cancel();
  if (source_) source_->Cancel();
  if (live_ && live_->on_cancel) live_->on_cancel();
  live_.reset();
  sink_.reset();
  source_.reset();
  transport_->Close();
  ended_(*this);
}

void Connection::Read() {
  if (reading_ || closed_) return;
  reading_ = true;
  transport_->Read(*this);
}

void Connection::OnRead(std::string_view bytes, bool open) {
  reading_ = false;
  if (closed_) return;
  if (!open) return Close();
  if (state_ == State::kLinger) return Read();
  if (state_ == State::kHead && in_.empty()) Enter(State::kHead, patience_.head);
  if (state_ == State::kStreaming) Enter(State::kStreaming, patience_.step);
  in_.append(bytes);
  Advance();
}

// A step may end in another call of this, by an answer that comes at once: that only goes on here.
void Connection::Advance() {
  if (advancing_) return;
  advancing_ = true;
  while (!closed_ && Step()) {
  }
  advancing_ = false;
  if (closed_) return;
  const bool wants = state_ == State::kHead || state_ == State::kBody ||
                     (state_ == State::kStreaming && !sink_busy_) ||
                     (state_ != State::kStreaming && in_.size() < kPipelinedBytesMax);
  if (wants) Read();
}

// True: something has changed, and there may be more to do without reading.
bool Connection::Step() {
  switch (state_) {
    case State::kHead:
      return !in_.empty() && TakeHead();
    case State::kBody: {
      TakeBody();
      return state_ != State::kBody;
    }
    case State::kStreaming: {
      if (!sink_busy_) PassOn();
      return false;
    }
    default:
      return false;
  }
}

bool Connection::TakeHead() {
  if (!parser_) parser_.emplace();
  in_.erase(0, parser_->Put(in_));
  if (parser_->failed() != 0) return Refuse(parser_->failed()), false;
  if (!parser_->head_done()) return false;
  keep_alive_ = parser_->keep_alive();
  live_ = std::make_shared<Live>(std::static_pointer_cast<Connection>(shared_from_this()));
  live_->request = parser_->TakeHead();
  live_->request.client_address = client_address_;
  live_->request.tls = transport_->tls();
  const auto intake = handler_.IntakeOf(live_->request);
  parser_->LimitBody(intake.body_max);
  if (parser_->failed() != 0) return Refuse(parser_->failed()), false;
  const bool waits = parser_->expects_continue() && !parser_->done();
  const auto next = intake.streamed ? State::kStreaming : State::kBody;
  Enter(next, intake.streamed ? patience_.step : patience_.body);
  if (intake.streamed) handler_.Handle(live_);
  if (waits && state_ == next) {
    after_continue_ = next;
    state_ = State::kContinue;
    transport_->Write(*this, "HTTP/1.1 100 Continue\r\n\r\n", nullptr);
    return false;
  }
  return true;
}

void Connection::TakeBody() {
  in_.erase(0, parser_->Put(in_));
  live_->request.body += parser_->TakeBody();
  if (parser_->failed() != 0) return Refuse(parser_->failed());
  if (!parser_->done()) return;
  Enter(State::kHandling, patience_.handle);
  handler_.Handle(live_);
}

// Gives the sink what has come, and waits until it can take more.
void Connection::PassOn() {
  if (!sink_) return;  // it was refused; the answer is on its way
  in_.erase(0, parser_->Put(in_));
  auto piece = parser_->TakeBody();
  if (parser_->failed() != 0) return Refuse(parser_->failed());
  if (!piece.empty()) {
    sink_busy_ = true;
    Enter(State::kStreaming, patience_.handle);
    return sink_->Write(std::move(piece), [live = live_] { live->SinkReady(); });
  }
  if (!parser_->done()) return;
  Enter(State::kHandling, patience_.handle);
  const auto sink = std::move(sink_);
  sink_.reset();
  sink->End();
}

void Connection::OnSinkReady(const Live&) {
  sink_busy_ = false;
  if (state_ != State::kStreaming) return;
  Enter(State::kStreaming, patience_.step);
  Advance();
}

void Connection::Refuse(int status) {
  keep_alive_ = false;
  if (sink_) sink_->Cancel();
  sink_.reset();
  if (live_ && live_->on_cancel) live_->on_cancel();
  live_ = std::make_shared<Live>(std::static_pointer_cast<Connection>(shared_from_this()));
  OnAnswer(*live_, Response::Text(status, ReasonPhrase(status)));
}

void Connection::OnAnswer(const Live& live, Response response) {
  if (state_ == State::kWriting || state_ == State::kLinger) return;
  if (state_ == State::kContinue) {
    early_answer_ = std::move(response);
    return;
  }
  // Where the body was not read to its end, what follows it cannot be found.
  if (!parser_ || !parser_->done() || draining_) keep_alive_ = false;
  sink_.reset();
  const bool bodiless =
      live.request.method == "HEAD" || response.status == 304 || response.status == 204;
  const auto own_bytes = response.shared_body ? response.shared_body->size() : response.body.size();
  const auto bytes = response.source ? response.source_bytes : static_cast<int64_t>(own_bytes);
  auto head = ResponseHead(response, bytes, keep_alive_);
  live_->on_cancel = nullptr;
  Enter(State::kWriting, patience_.step);
  if (response.source && bodiless) response.source->Cancel();
  if (response.source && !bodiless) {
    source_ = std::move(response.source);
    source_left_ = bytes;
  }
  if (!response.shared_body && !response.source) {
    response.shared_body = std::make_shared<const std::string>(std::move(response.body));
  }
  transport_->Write(*this, std::move(head), bodiless || source_ ? nullptr : response.shared_body);
}

void Connection::OnWritten(bool ok) {
  if (closed_) return;
  if (!ok) return Close();
  if (state_ == State::kContinue) {
    Enter(after_continue_, patience_.step);
    if (!early_answer_) return Advance();
    auto answer = std::move(*early_answer_);
    early_answer_.reset();
    return OnAnswer(*live_, std::move(answer));
  }
  if (source_) return WriteNextPiece();
  FinishAnswer();
}

void Connection::WriteNextPiece() {
  Enter(State::kWriting, patience_.handle);
  source_->Next([live = live_](std::optional<std::string> piece) {
    live->Run([piece = std::move(piece)](Connection& connection, const Live&) mutable {
      connection.OnPiece(std::move(piece));
    });
  });
}

// An answer that breaks off is shown by closing before its length is reached.
void Connection::OnPiece(std::optional<std::string> piece) {
  if (!piece || static_cast<int64_t>(piece->size()) > source_left_) return Close();
  source_left_ -= static_cast<int64_t>(piece->size());
  if (piece->empty() && source_left_ > 0) return Close();
  if (source_left_ == 0) source_.reset();
  Enter(State::kWriting, patience_.step);
  transport_->Write(*this, std::move(*piece), nullptr);
}

void Connection::FinishAnswer() {
  live_.reset();
  if (!keep_alive_) {
    transport_->EndWriting();
    Enter(State::kLinger, patience_.linger);
    std::string().swap(in_);
    return Read();
  }
  parser_.reset();
  if (draining_ && in_.empty()) return Close();
  Enter(State::kHead, in_.empty() ? patience_.idle : patience_.head);
  Advance();
}

}  // namespace redpeak::gateway
