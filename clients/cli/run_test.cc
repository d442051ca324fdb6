#include "clients/cli/run.h"

#include <gmock/gmock.h>
#include <openssl/evp.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <sstream>

#include "clients/cli/credentials.h"
#include "clients/cli/failure.h"
#include "clients/cli/fake_server.h"

namespace redpeak::cli {
namespace {

using ::testing::ElementsAre;
using ::testing::HasSubstr;

class RunTest : public ::testing::Test {
 protected:
  RunTest() : folder_(::testing::TempDir() + "redpeak_run_test") {
    std::filesystem::remove_all(folder_);
    std::filesystem::create_directories(folder_);
    setenv("XDG_CONFIG_HOME", folder_.c_str(), 1);
    for (const auto* variable : {"REDPEAK_SERVER", "REDPEAK_CA", "REDPEAK_PROFILE"})
      unsetenv(variable);
  }
  ~RunTest() override { std::filesystem::remove_all(folder_); }

  // Runs the program in English against the fake server.
  int Redpeak(std::vector<std::string> arguments, const std::string& input = "") {
    arguments.insert(arguments.end(),
                     {"--lang", "en", "--plaintext", "--server", server_.address()});
    return RunPlain(arguments, input);
  }
  int RunPlain(const std::vector<std::string>& arguments, const std::string& input = "") {
    std::istringstream in(input);
    std::ostringstream out;
    std::ostringstream err;
    const auto code = cli::Run(arguments, in, out, err);
    out_ = out.str();
    err_ = err.str();
    return code;
  }
  std::string Path(const std::string& name) const { return folder_ + "/" + name; }
  std::string WriteFile(const std::string& name, const std::string& bytes) const {
    std::ofstream(Path(name)) << bytes;
    return Path(name);
  }

  std::string folder_;
  testing::FakeServer server_;
  std::string out_;
  std::string err_;
};

TEST_F(RunTest, ShowsHelpInBothLanguages) {
  EXPECT_EQ(RunPlain({"--lang", "zh", "call", "publish", "--help"}), kOk);
  EXPECT_THAT(out_, HasSubstr("发布征集"));
  EXPECT_EQ(RunPlain({"--lang=en", "call", "--help"}), kOk);
  EXPECT_THAT(out_, HasSubstr("publish a call"));
  EXPECT_EQ(RunPlain({"--lang", "en"}), kUsage);
  EXPECT_THAT(err_, HasSubstr("Exit codes"));
}

TEST_F(RunTest, ListsOnePageOrAll) {
  EXPECT_EQ(Redpeak({"call", "list"}), kOk);
  EXPECT_EQ(out_, "name  year\n----  ----\n1     2022\n");
  EXPECT_THAT(err_, HasSubstr("--page-token 2"));
  EXPECT_EQ(Redpeak({"call", "list", "--all"}), kOk);
  EXPECT_EQ(out_, "name  year\n----  ----\n1     2022\n2     2022\n3     2022\n");
  EXPECT_EQ(err_, "");
  EXPECT_THAT(server_.calls.page_sizes, ElementsAre(0, 1000, 1000, 1000));
}

TEST_F(RunTest, AnswersInJsonAsOneDocument) {
  EXPECT_EQ(Redpeak({"call", "list", "--all", "-o", "json"}), kOk);
  EXPECT_THAT(out_, HasSubstr("\"name\": \"calls/3\""));
  EXPECT_THAT(out_, HasSubstr("\"nextPageToken\": \"\""));
}

TEST_F(RunTest, DecidesOnWhatItRead) {
  EXPECT_EQ(Redpeak({"call", "publish", "2022", "--yes"}), kOk);
  ASSERT_EQ(server_.calls.published.size(), 1U);
  EXPECT_EQ(server_.calls.published[0].name(), "calls/2022");
  EXPECT_EQ(server_.calls.published[0].etag(), "7");
  EXPECT_EQ(Redpeak({"call", "publish", "2022", "--yes", "--etag", "5"}), kOk);
  EXPECT_EQ(server_.calls.published[1].etag(), "5");
  EXPECT_EQ(server_.calls.authorizations.size(), 1U);  // with an etag nothing need be read
}

TEST_F(RunTest, DoesNotDecideUnasked) {
  EXPECT_EQ(Redpeak({"call", "publish", "2022"}), kUsage);
  EXPECT_THAT(err_, HasSubstr("草原研究"));
  EXPECT_THAT(err_, HasSubstr("USAGE_CONFIRMATION_MISSING"));
  EXPECT_TRUE(server_.calls.published.empty());
}

TEST_F(RunTest, TriesAgainWithTheSameRequestId) {
  server_.calls.unavailable = 2;
  EXPECT_EQ(Redpeak({"call", "publish", "2022", "--yes"}), kOk);
  ASSERT_EQ(server_.calls.published.size(), 3U);
  EXPECT_FALSE(server_.calls.published[0].request_id().empty());
  for (const auto& request : server_.calls.published) {
    EXPECT_EQ(request.request_id(), server_.calls.published[0].request_id());
  }
}

TEST_F(RunTest, GivesUpAfterFourTries) {
  server_.calls.unavailable = 9;
  EXPECT_EQ(Redpeak({"call", "publish", "2022", "--yes"}), kUnavailable);
  EXPECT_EQ(server_.calls.published.size(), 4U);
  EXPECT_THAT(err_, HasSubstr("OUTCOME_UNKNOWN"));
}

TEST_F(RunTest, TellsWhatIsNotThere) {
  EXPECT_EQ(Redpeak({"call", "show", "missing"}), kNotFound);
  EXPECT_EQ(err_, "Error: there is no calls/missing, or it is not yours to see [NOT_FOUND]\n");
  EXPECT_EQ(out_, "");
}

TEST_F(RunTest, SignsInAndSendsTheTokenToThatServerOnly) {
  EXPECT_EQ(
      Redpeak({"login", "--login", "a@example.org", "--password-stdin"}, "a good password\r\n"),
      kOk);
  EXPECT_EQ(RunPlain({"call", "show", "2022"}), kOk);  // server and all are known now
  EXPECT_EQ(Redpeak({"call", "show", "2022", "--profile", "other"}), kOk);
  EXPECT_THAT(server_.calls.authorizations, ElementsAre("Bearer token of a@example.org", ""));
  EXPECT_EQ(RunPlain({"call", "show", "2022", "--plaintext", "--server",
                      "unix:" + ::testing::TempDir() + "./" +
                          server_.address().substr(("unix:" + ::testing::TempDir()).size())}),
            kOk);
  EXPECT_EQ(server_.calls.authorizations.back(), "");
}

TEST_F(RunTest, ReportsAWrongPasswordAndKeepsNothing) {
  EXPECT_EQ(Redpeak({"login", "--login", "a@example.org", "--password-stdin"}, "guess\n"),
            kNotPermitted);
  EXPECT_FALSE(std::filesystem::exists(CredentialsPath()));
}

TEST_F(RunTest, SpeaksPlainlyToThisMachineOnly) {
  for (const auto* server : {"example.org:7070", "127.0.0.1.example.org:7070", "10.0.0.1:7070"}) {
    EXPECT_EQ(RunPlain({"call", "list", "--plaintext", "--server", server}), kUsage) << server;
    EXPECT_THAT(err_, HasSubstr("USAGE_PLAINTEXT_REMOTE"));
  }
}

TEST_F(RunTest, UploadsInPieces) {
  const std::string bytes(700'000, 'x');
  const auto path = WriteFile("paper.pdf", bytes);
  EXPECT_EQ(Redpeak({"submission", "upload", "s1", "paper", path}), kOk);
  EXPECT_EQ(server_.submissions.bytes, bytes);
  EXPECT_EQ(server_.submissions.start.parent(), "submissions/s1");
  EXPECT_EQ(server_.submissions.start.slot(), "paper");
  EXPECT_EQ(server_.submissions.start.file_name(), "paper.pdf");
  EXPECT_FALSE(server_.submissions.start.request_id().empty());
  EXPECT_THAT(out_, HasSubstr("paper.pdf"));
}

TEST_F(RunTest, StopsAnUploadThatIsRefused) {
  const auto path = WriteFile("bad.pdf", "bad" + std::string(5'000'000, 'x'));
  EXPECT_EQ(Redpeak({"submission", "upload", "s1", "paper", path}), kRefused);
  EXPECT_THAT(err_, HasSubstr("FILE_TYPE"));
}

class DownloadTest : public RunTest {
 protected:
  DownloadTest() {
    server_.submissions.bytes = std::string(300'000, 'y');
    auto& attachment = *server_.submissions.stored.add_attachments();
    attachment.set_name("submissions/s1/attachments/a1");
    attachment.set_file_name("../../paper.pdf");
    std::string digest(32, '\0');
    EVP_Digest(server_.submissions.bytes.data(), server_.submissions.bytes.size(),
               reinterpret_cast<unsigned char*>(digest.data()), nullptr, EVP_sha256(), nullptr);
    attachment.set_sha256(digest);
  }
};

TEST_F(DownloadTest, GoesOnAfterABreakAndChecksTheBytes) {
  EXPECT_EQ(Redpeak({"submission", "download", "s1/a1", "--to", Path("got.pdf")}), kOk) << err_;
  EXPECT_THAT(server_.submissions.offsets, ElementsAre(0, 150'000));
  std::ifstream file(Path("got.pdf"));
  EXPECT_EQ(std::string(std::istreambuf_iterator<char>(file), {}), server_.submissions.bytes);
}

TEST_F(DownloadTest, WritesNothingThatIsDamaged) {
  server_.submissions.bytes[5] = 'z';
  EXPECT_EQ(Redpeak({"submission", "download", "s1/a1", "--to", Path("got.pdf")}), kConflict);
  EXPECT_THAT(err_, HasSubstr("DOWNLOAD_DAMAGED"));
  EXPECT_FALSE(std::filesystem::exists(Path("got.pdf")));
}

TEST_F(DownloadTest, StaysInTheFolderWhateverTheFileIsCalled) {
  const auto before = std::filesystem::current_path();
  std::filesystem::create_directories(Path("a/b"));
  std::filesystem::current_path(Path("a/b"));
  EXPECT_EQ(Redpeak({"submission", "download", "s1/a1"}), kOk);
  std::filesystem::current_path(before);
  EXPECT_TRUE(std::filesystem::exists(Path("a/b/paper.pdf")));
  EXPECT_FALSE(std::filesystem::exists(Path("paper.pdf")));
}

TEST_F(RunTest, CallsAnyMethodWithJson) {
  EXPECT_EQ(Redpeak({"rpc", "calls/GetCall", "-d", R"({"name": "calls/2022"})"}), kOk);
  EXPECT_THAT(out_, HasSubstr("\"etag\": \"7\""));
  EXPECT_EQ(Redpeak({"rpc", "submissions/UploadAttachment", "-d",
                     R"([{"start": {"slot": "paper", "fileName": "f"}}, {"data": "eA=="}])"}),
            kOk);
  EXPECT_EQ(server_.submissions.bytes, "x");
  EXPECT_EQ(Redpeak({"rpc", "calls/NoSuch"}), kUsage);
  EXPECT_EQ(Redpeak({"rpc", "calls/GetCall", "-d", "{"}), kUsage);
  EXPECT_EQ(Redpeak({"rpc", "--list"}), kOk);
  EXPECT_THAT(out_, HasSubstr("redpeak.review.v1.ReviewService/SubmitReview\n"));
}

}  // namespace
}  // namespace redpeak::cli
