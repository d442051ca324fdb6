#pragma once

#include <chrono>
#include <deque>
#include <memory>
#include <optional>
#include <string>

#include "services/gateway/http.h"
#include "services/gateway/request_parser.h"
#include "services/gateway/transport.h"

namespace redpeak::gateway {

using Moment = std::chrono::steady_clock::time_point;

// How long a client may take.
struct Patience {
  std::chrono::milliseconds idle{75'000};     // between two requests
  std::chrono::milliseconds head{15'000};     // from its first byte to its last, or to shake hands
  std::chrono::milliseconds body{30'000};     // for a body that is not streamed
  std::chrono::milliseconds step{30'000};     // for the next bytes of one that is, or of an answer
  std::chrono::milliseconds linger{2'000};    // to read an answer to what it did not send wholly
  std::chrono::milliseconds handle{150'000};  // for the services to answer
};

// One client's connection: reads requests one after another and writes their answers in order.
class Connection final : public Transport::Owner {
 public:
  // `ended` is called once, when nothing more will happen.
  Connection(std::unique_ptr<Transport> transport, Handler& handler, const Patience& patience,
             std::string client_address, std::function<void(Connection&)> ended);
  ~Connection() override;

  void Start();
  // Gives up what takes too long. To be called about once a second.
  void Tick(Moment now);
  // Answers what is under way, then closes.
  void Drain();
  void Close();
  const std::string& client_address() const { return client_address_; }

  void OnOpen(bool ok) override;
  void OnRead(std::string_view bytes, bool open) override;
  void OnWritten(bool ok) override;

 private:
  class Live;
  enum class State { kOpening, kHead, kContinue, kBody, kStreaming, kHandling, kWriting, kLinger };

  void Enter(State state, std::chrono::milliseconds patience);
  void Advance();
  bool Step();
  bool TakeHead();
  void TakeBody();
  void PassOn();
  void Handle();
  void Read();
  void Refuse(int status);
  void OnAnswer(const Live& live, Response response);
  void OnSinkReady(const Live& live);
  void WriteHead(const Response& response, int64_t body_bytes);
  void WriteNextPiece();
  void OnPiece(std::optional<std::string> piece);
  void FinishAnswer();
  std::string HeadOf(const Response& response, int64_t body_bytes) const;

  const std::unique_ptr<Transport> transport_;
  Handler& handler_;
  const Patience& patience_;
  const std::string client_address_;
  std::function<void(Connection&)> ended_;

  State state_ = State::kOpening;
  State after_continue_ = State::kBody;
  Moment deadline_ = Moment::max();
  bool reading_ = false;
  bool closed_ = false;
  bool draining_ = false;
  bool keep_alive_ = true;
  bool advancing_ = false;
  std::string in_;  // read, but not parsed
  std::optional<RequestParser> parser_;
  std::shared_ptr<Live> live_;            // the request under way
  std::optional<Response> early_answer_;  // came while "100 Continue" was written
  std::shared_ptr<BodySink> sink_;
  bool sink_busy_ = false;
  std::shared_ptr<BodySource> source_;
  int64_t source_left_ = 0;
};

}  // namespace redpeak::gateway
