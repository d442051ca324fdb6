#include "services/gateway/request_parser.h"

#include <boost/beast/http/error.hpp>
#include <boost/beast/http/parser.hpp>

namespace redpeak::gateway {
namespace {

namespace http = boost::beast::http;

// Gathers a body without reserving what was announced.
struct GatheringBody {
  using value_type = std::string;
  class reader {
   public:
    template <bool is_request, class Fields>
    reader(http::header<is_request, Fields>&, value_type& body) : body_(body) {}
    void init(const boost::optional<uint64_t>&, boost::system::error_code& error) { error = {}; }
    template <class Buffers>
    size_t put(const Buffers& buffers, boost::system::error_code& error) {
      error = {};
      size_t bytes = 0;
      for (auto it = boost::asio::buffer_sequence_begin(buffers);
           it != boost::asio::buffer_sequence_end(buffers); ++it) {
        body_.append(static_cast<const char*>(it->data()), it->size());
        bytes += it->size();
      }
      return bytes;
    }
    void finish(boost::system::error_code& error) { error = {}; }

   private:
    value_type& body_;
  };
};

int StatusOf(const boost::system::error_code& error) {
  if (error == http::error::header_limit) return 431;
  if (error == http::error::bad_version) return 505;
  return 400;
}

std::string Text(boost::beast::string_view text) { return {text.data(), text.size()}; }

// What is wrong with a head that the parser took.
int CheckHead(const http::request_header<>& head) {
  const auto target = head.target();
  if (target.size() > kTargetBytesMax) return 414;
  if (target.empty() || target[0] != '/') return 400;
  if (head.version() >= 11 && head.count(http::field::host) != 1) return 400;
  if (head.version() < 10) return 505;
  return head.count(http::field::content_length) > 1 ? 400 : 0;
}

}  // namespace

struct RequestParser::Impl {
  http::request_parser<GatheringBody> parser;
};

RequestParser::RequestParser() : impl_(std::make_unique<Impl>()) {
  impl_->parser.eager(false);
  impl_->parser.header_limit(kHeadBytesMax);
  impl_->parser.body_limit(boost::none);
}

RequestParser::~RequestParser() = default;

size_t RequestParser::Put(std::string_view bytes) {
  auto& parser = impl_->parser;
  size_t used = 0;
  while (failed_ == 0 && !parser.is_done() && used < bytes.size()) {
    const bool had_head = parser.is_header_done();
    boost::system::error_code error;
    const size_t took =
        parser.put(boost::asio::buffer(bytes.data() + used, bytes.size() - used), error);
    used += took;
    if (error == http::error::need_more) break;
    if (error) {
      failed_ = StatusOf(error);
    } else if (!had_head && parser.is_header_done()) {
      failed_ = CheckHead(parser.get().base());
      break;
    } else if (took == 0) {
      break;
    }
    const auto waiting = static_cast<int64_t>(parser.get().body().size());
    if (parser.is_header_done() && body_bytes_ + waiting > body_max_) failed_ = 413;
  }
  return used;
}

bool RequestParser::head_done() const { return impl_->parser.is_header_done(); }
bool RequestParser::done() const { return impl_->parser.is_done(); }

Request RequestParser::TakeHead() {
  const auto& head = impl_->parser.get().base();
  Request request;
  request.method = Text(head.method_string());
  const auto target = Text(head.target());
  const auto mark = target.find('?');
  request.path = target.substr(0, mark);
  if (mark != std::string::npos) request.query = target.substr(mark + 1);
  for (const auto& field : head) {
    request.headers.Add(Text(field.name_string()), Text(field.value()));
  }
  return request;
}

bool RequestParser::keep_alive() const { return impl_->parser.keep_alive(); }

bool RequestParser::expects_continue() const {
  return boost::beast::iequals(impl_->parser.get()[http::field::expect], "100-continue");
}

std::optional<uint64_t> RequestParser::content_length() const {
  const auto length = impl_->parser.content_length();
  return length ? std::optional<uint64_t>(*length) : std::nullopt;
}

void RequestParser::LimitBody(int64_t bytes_max) {
  body_max_ = bytes_max;
  const auto length = content_length();
  if (length && *length > static_cast<uint64_t>(bytes_max)) failed_ = 413;
}

std::string RequestParser::TakeBody() {
  std::string body;
  body.swap(impl_->parser.get().body());
  body_bytes_ += static_cast<int64_t>(body.size());
  return body;
}

}  // namespace redpeak::gateway
