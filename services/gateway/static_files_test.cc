#include "services/gateway/static_files.h"

#include <gmock/gmock.h>

#include <filesystem>
#include <fstream>

namespace redpeak::gateway {
namespace {

using ::testing::HasSubstr;

class StaticFilesTest : public ::testing::Test {
 protected:
  StaticFilesTest() {
    std::filesystem::create_directories(root_ + "/assets");
    Write("/index.html", "<style nonce=\"__CSP_NONCE__\"></style>");
    Write("/assets/app.js", "plain");
    Write("/assets/app.js.br", "brotli");
    Write("/../outside.txt", "secret");
  }
  ~StaticFilesTest() override {
    std::filesystem::remove_all(root_);
    std::filesystem::remove(root_ + "/../outside.txt");
  }

  void Write(const std::string& path, const std::string& text) {
    std::ofstream(root_ + path) << text;
  }
  Response Get(const std::string& path, const std::string& encoding = "",
               const std::string& etag = "") {
    Request request;
    request.method = "GET";
    request.path = path;
    if (!encoding.empty()) request.headers.Add("Accept-Encoding", encoding);
    if (!etag.empty()) request.headers.Add("If-None-Match", etag);
    return files_.Serve(request);
  }

  const std::string root_ = ::testing::TempDir() + "pages-" + std::to_string(getpid());
  StaticFiles files_{root_};
};

TEST_F(StaticFilesTest, GivesEveryPageANonceOfItsOwn) {
  const auto first = Get("/");
  const auto second = Get("/calls/2022");
  EXPECT_EQ(first.status, 200);
  EXPECT_NE(first.body, second.body);
  const auto nonce = first.body.substr(14, 22);
  EXPECT_THAT(std::string(first.headers.Get("content-security-policy")),
              HasSubstr("'nonce-" + nonce + "'"));
  EXPECT_EQ(first.headers.Get("cache-control"), "no-cache");
}

TEST_F(StaticFilesTest, ServesTheSmallerSiblingToThoseWhoTakeIt) {
  EXPECT_EQ(*Get("/assets/app.js").shared_body, "plain");
  const auto smaller = Get("/assets/app.js", "gzip, br");
  EXPECT_EQ(*smaller.shared_body, "brotli");
  EXPECT_EQ(smaller.headers.Get("content-encoding"), "br");
  EXPECT_THAT(std::string(smaller.headers.Get("cache-control")), HasSubstr("immutable"));
  EXPECT_EQ(Get("/assets/app.js", "br", std::string(smaller.headers.Get("etag"))).status, 304);
}

TEST_F(StaticFilesTest, SeesThatAFileHasChanged) {
  EXPECT_EQ(*Get("/assets/app.js").shared_body, "plain");
  Write("/assets/app.js", "longer than before");
  EXPECT_EQ(*Get("/assets/app.js").shared_body, "longer than before");
}

TEST_F(StaticFilesTest, LeadsNowhereElse) {
  for (const auto* path : {"/../outside.txt", "/%2e%2e/outside.txt", "/..%2foutside.txt",
                           "/assets/../../outside.txt", "/.hidden.txt", "/assets\\..\\x.txt",
                           "//outside.txt", "/%00.txt", "/ghost.js", "/assets.d/"}) {
    const auto answer = Get(path);
    EXPECT_TRUE(answer.status == 404 || answer.body.find("secret") == std::string::npos) << path;
    EXPECT_FALSE(answer.shared_body) << path;
  }
}

TEST_F(StaticFilesTest, SaysThatThePagesAreNotBuilt) {
  StaticFiles none("");
  Request request;
  request.method = "GET";
  request.path = "/";
  EXPECT_EQ(none.Serve(request).status, 404);
  request.method = "POST";
  EXPECT_EQ(none.Serve(request).status, 405);
}

}  // namespace
}  // namespace redpeak::gateway
