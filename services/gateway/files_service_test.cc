#include <nlohmann/json.hpp>

#include "services/base/crypto.h"
#include "tests/http_client.h"
#include "tests/submissions_fixture.h"

namespace redpeak::gateway {
namespace {

using testing::Http;
using testing::HttpAnswer;
using testing::HttpClient;

constexpr char kUpload[] = "6f9619ff-8b86-4d01-b42d-00cf4fc964ff";
constexpr size_t kPiece = 256 << 10;

std::string Pdf(size_t bytes) {
  std::string pdf = "%PDF-1.4\n";
  while (pdf.size() < bytes) pdf += static_cast<char>('a' + pdf.size() % 23);
  return pdf;
}

void AddSlot(calls::v1::Call& call) {
  auto& slot = *call.add_attachment_slots();
  slot.set_code("insert");
  slot.set_display_name("insert");
  slot.set_shown_to_experts(true);
}

class FilesServiceTest : public testing::SubmissionsFixture {
 protected:
  int port() { return server_.server().web_port(); }
  static std::string Bearer(const std::string& token) { return "Authorization: Bearer " + token; }
  std::string Address(const std::string& upload = "") const {
    return "/files/" + draft_.name() + "/attachments?slot=insert&file_name=%E7%8E%8B.pdf" +
           (upload.empty() ? "" : "&upload_id=" + upload);
  }
  HttpAnswer Put(const std::string& body, const std::string& upload = "",
                 const std::string& range = "X: y") {
    return Http(port(), "PUT", Address(upload), {Bearer(me_), range}, body);
  }
  std::string State() {
    const auto address = "/files/" + draft_.name() + "/attachments?upload_id=" + kUpload;
    return Http(port(), "HEAD", address, {Bearer(me_)}).Header("upload-offset");
  }
  static std::string Range(size_t first, size_t bytes, size_t whole) {
    return "Content-Range: bytes " + std::to_string(first) + "-" +
           std::to_string(first + bytes - 1) + "/" + std::to_string(whole);
  }
  // The address of the last file of an answer.
  static std::string FileOf(const HttpAnswer& answer) {
    return "/files/" + nlohmann::json::parse(answer.body)
                           .at("attachments")
                           .back()
                           .at("name")
                           .get<std::string>();
  }
  HttpAnswer Get(const std::string& address, const std::string& field = "X: y",
                 const std::string& method = "GET") {
    return Http(port(), method, address, {Bearer(me_), field});
  }

  const std::string call_ = Publish("2022", &AddSlot).name();
  const Submission draft_ = world_.Draft(call_, 0);
  const std::string me_ = world_.researcher(0);
};

TEST_F(FilesServiceTest, WhatComesBackIsWhatWentIn) {
  for (const size_t bytes : {9U, 262'144U, 3'000'001U}) {
    const auto file = Pdf(bytes);
    const auto put = Put(file);
    ASSERT_EQ(put.status, 200) << put.body;
    const auto got = Get(FileOf(put));
    EXPECT_EQ(got.status, 200);
    EXPECT_TRUE(got.body == file) << bytes;
    EXPECT_EQ(got.Header("etag"), "\"" + Hex(Sha256(file)) + "\"");
    EXPECT_EQ(got.Header("content-type"), "application/pdf");
    EXPECT_EQ(got.Header("content-disposition"), "inline; filename*=UTF-8''%E7%8E%8B.pdf");
    EXPECT_EQ(got.Header("x-content-type-options"), "nosniff");
  }
}

TEST_F(FilesServiceTest, GivesRangesAndSaysWhatHasNotChanged) {
  const auto file = Pdf(1'000'000);
  const auto address = FileOf(Put(file));
  const auto part = Get(address, "Range: bytes=262140-262150");
  EXPECT_EQ(part.status, 206);
  EXPECT_EQ(part.body, file.substr(262140, 11));
  EXPECT_EQ(part.Header("content-range"), "bytes 262140-262150/1000000");
  EXPECT_TRUE(Get(address, "Range: bytes=999990-").body == file.substr(999990));
  EXPECT_TRUE(Get(address, "Range: bytes=999990-2000000").body == file.substr(999990));
  EXPECT_EQ(Get(address, "Range: bytes=1000000-").status, 416);
  EXPECT_EQ(Get(address, "Range: bytes=2000000-").status, 416);
  EXPECT_TRUE(Get(address, "Range: bytes=-5").body == file) << "the whole, as is allowed";
  EXPECT_EQ(Get(address, "If-None-Match: \"" + Hex(Sha256(file)) + "\"").status, 304);
  const auto head = Get(address, "X: y", "HEAD");
  EXPECT_EQ(head.status, 200);
  EXPECT_EQ(head.Header("content-length"), "1000000");
}

TEST_F(FilesServiceTest, TakesAFileInParts) {
  const auto file = Pdf(700'000);
  EXPECT_EQ(State(), "") << "nothing yet";
  const size_t cut = 300'000;  // not where a piece ends
  const auto first = Put(file.substr(0, cut), kUpload, Range(0, cut, file.size()));
  EXPECT_EQ(first.status, 202) << first.body;
  EXPECT_EQ(first.Header("upload-offset"), "300000");
  EXPECT_EQ(State(), "300000");
  EXPECT_EQ(Get("/files/" + draft_.name() + "/attachments/x").status, 404) << "not whole yet";
  const auto rest = file.substr(cut);
  const auto last = Put(rest, kUpload, Range(cut, rest.size(), file.size()));
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_EQ(State(), "700000");
  EXPECT_TRUE(Get(FileOf(last)).body == file);
  const auto again = Put(rest, kUpload, Range(cut, rest.size(), file.size()));
  EXPECT_EQ(again.status, 200) << again.body;
  EXPECT_EQ(FileOf(again), FileOf(last)) << "the answer was lost, and is given again";
}

TEST_F(FilesServiceTest, RefusesPartsThatDoNotFit) {
  const auto file = Pdf(600'000);
  ASSERT_EQ(Put(file.substr(0, kPiece), kUpload, Range(0, kPiece, file.size())).status, 202);
  const auto gap = Put(file.substr(400'000), kUpload, Range(400'000, 200'000, file.size()));
  EXPECT_EQ(gap.status, 400);
  EXPECT_NE(gap.body.find("byte 262144"), std::string::npos) << gap.body;
  const auto other = Put(file.substr(kPiece), kUpload, Range(kPiece, 337'856, 600'001));
  EXPECT_EQ(other.status, 400) << "another size is another file";
  EXPECT_EQ(Put(file, "", Range(0, file.size(), file.size())).status, 400) << "without upload_id";
  EXPECT_EQ(Put(file, kUpload, "Content-Range: bytes 5-1/9").status, 400);
  EXPECT_EQ(Put(file, "no-uuid").status, 400);
  EXPECT_EQ(State(), "262144") << "what was there is there";
}

TEST_F(FilesServiceTest, AnUploadThatBreaksOffGoesOn) {
  const auto file = Pdf(900'000);
  {
    HttpClient client(port());
    client.Send("PUT " + Address(kUpload) + " HTTP/1.1\r\nHost: x\r\n" + Bearer(me_) +
                "\r\nContent-Length: 900000\r\n\r\n" + file.substr(0, 600'000));
    while (State() != "524288") {
    }
  }
  const size_t kept = 2 * kPiece;
  const auto rest = file.substr(kept);
  HttpAnswer last;
  do {  // until the broken call has let go of the file
    last = Put(rest, kUpload, Range(kept, rest.size(), file.size()));
  } while (last.status == 400);
  ASSERT_EQ(last.status, 200) << last.body;
  EXPECT_TRUE(Get(FileOf(last)).body == file);
}

TEST_F(FilesServiceTest, RefusesEarlyAndLegibly) {
  const auto large = Put(Pdf((10 << 20) + 1));
  EXPECT_EQ(large.status, 400) << large.body;
  EXPECT_NE(large.body.find("larger than"), std::string::npos);
  EXPECT_EQ(Put("#!/bin/sh\n").status, 400);
  EXPECT_EQ(Put("").status, 400);
  const auto slot = Http(port(), "PUT", "/files/" + draft_.name() + "/attachments?slot=x&ghost=1",
                         {Bearer(me_)}, Pdf(10));
  EXPECT_EQ(slot.status, 400);
  EXPECT_EQ(Http(port(), "PUT", Address(), {}, Pdf(10)).status, 401);
  EXPECT_EQ(Http(port(), "DELETE", Address(), {Bearer(me_)}).status, 404);
}

TEST_F(FilesServiceTest, KeepsFilesFromOthers) {
  const auto address = FileOf(Put(Pdf(1000)));
  const auto other = Bearer(world_.researcher(1));
  EXPECT_EQ(Http(port(), "GET", address, {other}).status, 404);
  EXPECT_EQ(Http(port(), "GET", address, {Bearer(world_.officer())}).status, 404) << "a draft";
  EXPECT_EQ(Http(port(), "GET", address).status, 401);
  EXPECT_EQ(Http(port(), "PUT", Address(), {other}, Pdf(10)).status, 404);
  EXPECT_EQ(
      Http(port(), "GET", address, {"Cookie: __Host-redpeak=" + me_, "Sec-Fetch-Site: cross-site"})
          .status,
      403);
  EXPECT_EQ(
      Http(port(), "GET", address, {"Cookie: __Host-redpeak=" + me_, "Sec-Fetch-Site: same-origin"})
          .status,
      200);
}

TEST_F(FilesServiceTest, GivesPublicCalls) {
  const auto json = Http(port(), "GET", "/public/" + call_ + ".json");
  EXPECT_EQ(json.status, 200);
  EXPECT_EQ(nlohmann::json::parse(json.body)["name"], call_);
  EXPECT_NE(Http(port(), "GET", "/public/calls.csv").body.find(call_ + ","), std::string::npos);
}

}  // namespace
}  // namespace redpeak::gateway
