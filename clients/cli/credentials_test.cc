#include "clients/cli/credentials.h"

#include <gtest/gtest.h>
#include <sys/stat.h>

#include <filesystem>
#include <fstream>
#include <thread>

namespace redpeak::cli {
namespace {

unsigned ModeOf(const std::string& path) {
  struct stat about {};
  EXPECT_EQ(stat(path.c_str(), &about), 0) << path;
  return about.st_mode & 0777U;
}

class CredentialsTest : public testing::Test {
 protected:
  CredentialsTest() : folder_(testing::TempDir() + "redpeak_credentials_test") {
    std::filesystem::remove_all(folder_);
    path_ = folder_ + "/redpeak/credentials.json";
  }
  ~CredentialsTest() override { std::filesystem::remove_all(folder_); }

  std::string folder_;
  std::string path_;
};

Credentials Sample(const std::string& token) {
  return {.endpoint = {.server = "example.org:7070", .ca = "/etc/ca.pem"},
          .token = token,
          .login = "a@example.org"};
}

TEST_F(CredentialsTest, AreKeptForTheirOwnerOnly) {
  ASSERT_TRUE(SaveCredentials(path_, "default", Sample("secret")));
  EXPECT_EQ(ModeOf(path_), 0600U);
  EXPECT_EQ(ModeOf(std::filesystem::path(path_).parent_path()), 0700U);
  const auto loaded = LoadCredentials(path_, "default");
  ASSERT_TRUE(loaded && *loaded);
  EXPECT_EQ((*loaded)->token, "secret");
  EXPECT_EQ((*loaded)->endpoint.server, "example.org:7070");
  EXPECT_EQ((*loaded)->endpoint.ca, "/etc/ca.pem");
}

TEST_F(CredentialsTest, OfAnotherProfileStay) {
  ASSERT_TRUE(SaveCredentials(path_, "one", Sample("1")));
  ASSERT_TRUE(SaveCredentials(path_, "two", Sample("2")));
  ASSERT_TRUE(ForgetToken(path_, "two"));
  EXPECT_EQ((*LoadCredentials(path_, "one"))->token, "1");
  EXPECT_EQ((*LoadCredentials(path_, "two"))->token, "");
  EXPECT_EQ((*LoadCredentials(path_, "two"))->login, "a@example.org");
  EXPECT_FALSE(*LoadCredentials(path_, "three"));
}

TEST_F(CredentialsTest, AreNotReadFromAFileThatOthersCanRead) {
  ASSERT_TRUE(SaveCredentials(path_, "default", Sample("secret")));
  for (const mode_t mode : {0640U, 0604U, 0660U}) {
    chmod(path_.c_str(), mode);
    EXPECT_EQ(LoadCredentials(path_, "default").error().reason, "CREDENTIALS_OPEN");
    EXPECT_EQ(SaveCredentials(path_, "default", Sample("new")).error().reason, "CREDENTIALS_OPEN");
  }
}

TEST_F(CredentialsTest, ThatAreDamagedAreReportedAndKept) {
  ASSERT_TRUE(SaveCredentials(path_, "default", Sample("secret")));
  for (const auto* content : {"", "{", "[]", R"({"default": {"token": 5}})"}) {
    std::ofstream(path_) << content;
    EXPECT_EQ(LoadCredentials(path_, "default").error().reason, "CREDENTIALS_DAMAGED") << content;
  }
}

TEST_F(CredentialsTest, AreNotThereBeforeTheFirstLogin) {
  const auto loaded = LoadCredentials(path_, "default");
  ASSERT_TRUE(loaded);
  EXPECT_FALSE(*loaded);
}

TEST_F(CredentialsTest, SavedAtOnceAreAllThere) {
  ASSERT_TRUE(SaveCredentials(path_, "first", Sample("0")));
  std::vector<std::jthread> threads;
  for (int i = 0; i < 8; ++i) {
    threads.emplace_back(
        [&, i] { EXPECT_TRUE(SaveCredentials(path_, std::to_string(i), Sample("x"))); });
  }
  threads.clear();
  for (int i = 0; i < 8; ++i) EXPECT_TRUE(*LoadCredentials(path_, std::to_string(i))) << i;
}

}  // namespace
}  // namespace redpeak::cli
