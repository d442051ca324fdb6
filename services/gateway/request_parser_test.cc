#include "services/gateway/request_parser.h"

#include <gmock/gmock.h>

namespace redpeak::gateway {
namespace {

constexpr char kPost[] =
    "POST /api/x?y=1 HTTP/1.1\r\nHost: h\r\nContent-Length: 5\r\n\r\nhelloGET / HTTP/1.1\r\n";

// Gives the bytes in pieces, as a slow client does, and returns what was left over.
std::string Feed(RequestParser& parser, std::string bytes, size_t step, Request& head) {
  std::string waiting;
  bool had_head = false;
  for (size_t at = 0; at < bytes.size(); at += step) {
    waiting += bytes.substr(at, step);
    for (bool again = true; again && parser.failed() == 0 && !parser.done();) {
      const auto used = parser.Put(waiting);
      waiting.erase(0, used);
      again = used > 0 && !waiting.empty();
      if (parser.failed() != 0 || had_head || !parser.head_done()) continue;
      had_head = true;
      head = parser.TakeHead();
      parser.LimitBody(100);
    }
    if (parser.head_done()) head.body += parser.TakeBody();
  }
  return waiting;
}

int FailureOf(const std::string& bytes) {
  RequestParser parser;
  Request head;
  Feed(parser, bytes, bytes.size(), head);
  return parser.failed();
}

TEST(RequestParser, StopsBehindARequestHoweverItIsCut) {
  for (const size_t step : {1U, 2U, 7U, 1000U}) {
    RequestParser parser;
    Request request;
    const auto rest = Feed(parser, kPost, step, request);
    EXPECT_EQ(parser.failed(), 0);
    EXPECT_TRUE(parser.done());
    EXPECT_EQ(request.method, "POST");
    EXPECT_EQ(request.path, "/api/x");
    EXPECT_EQ(request.query, "y=1");
    EXPECT_EQ(request.headers.Get("HOST"), "h");
    EXPECT_EQ(request.body, "hello");
    EXPECT_EQ(rest, "GET / HTTP/1.1\r\n");
    EXPECT_TRUE(parser.keep_alive());
  }
}

TEST(RequestParser, ReadsChunkedBodies) {
  RequestParser parser;
  Request request;
  Feed(parser,
       "POST / HTTP/1.1\r\nHost: h\r\nTransfer-Encoding: chunked\r\n\r\n3\r\nabc\r\n0\r\n\r\n", 1,
       request);
  EXPECT_TRUE(parser.done());
  EXPECT_EQ(request.body, "abc");
}

TEST(RequestParser, RefusesWhatIsNoRequest) {
  EXPECT_EQ(FailureOf("\x16\x03\x01 hello\r\n\r\n"), 400);
  EXPECT_EQ(FailureOf("GET / HTTP/1.1\r\n\r\n"), 400) << "no Host";
  EXPECT_EQ(FailureOf("GET / HTTP/1.1\r\nHost: a\r\nHost: b\r\n\r\n"), 400);
  EXPECT_EQ(FailureOf("GET http://x/ HTTP/1.1\r\nHost: a\r\n\r\n"), 400);
  EXPECT_EQ(FailureOf("GET / HTTP/3.0\r\nHost: a\r\n\r\n"), 505);
  EXPECT_EQ(FailureOf("GET / HTTP/1.1\r\nHost: a\r\nX:" + std::string(20'000, 'x') + "\r\n\r\n"),
            431);
  EXPECT_EQ(FailureOf("GET /" + std::string(13'000, 'x') + " HTTP/1.1\r\nHost: a\r\n\r\n"), 414);
}

TEST(RequestParser, RefusesWhatCouldBeReadInTwoWays) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\nContent-Length: 5\r\n";
  EXPECT_EQ(FailureOf(head + "Content-Length: 6\r\n\r\nhello"), 400);
  EXPECT_EQ(FailureOf(head + "Transfer-Encoding: chunked\r\n\r\n0\r\n\r\n"), 400);
  EXPECT_EQ(FailureOf("GET / HTTP/1.1\r\nHost: a\r\n X: folded\r\nY : z\r\n\r\n"), 400);
}

TEST(RequestParser, RefusesLargerBodiesThanAllowed) {
  const std::string head = "POST / HTTP/1.1\r\nHost: a\r\n";
  EXPECT_EQ(FailureOf(head + "Content-Length: 101\r\n\r\n"), 413) << "before it is read";
  EXPECT_EQ(FailureOf(head + "Transfer-Encoding: chunked\r\n\r\n65\r\n" + std::string(101, 'x') +
                      "\r\n0\r\n\r\n"),
            413);
  EXPECT_EQ(FailureOf(head + "Transfer-Encoding: chunked\r\n\r\nzz\r\n"), 400);
}

}  // namespace
}  // namespace redpeak::gateway
