#include "clients/cli/parse.h"

#include <gmock/gmock.h>

namespace redpeak::cli {
namespace {

using testing::ElementsAre;

const std::vector<Verb>& Verbs() {
  static const auto verbs = AllVerbs();
  return verbs;
}

Result<Parsed> Read(const std::vector<std::string>& arguments) { return Parse(Verbs(), arguments); }

TEST(ParseTest, FindsTheVerbAndWhatWasGiven) {
  const auto parsed = Read(
      {"-o", "json", "submission", "refuse", "s1", "LATE", "OVER_CEILING", "--note=a b", "--yes"});
  ASSERT_TRUE(parsed);
  EXPECT_EQ(parsed->verb, FindVerb(Verbs(), "submission", "refuse"));
  EXPECT_THAT(parsed->given.at("name"), ElementsAre("s1"));
  EXPECT_THAT(parsed->given.at("reasons"), ElementsAre("LATE", "OVER_CEILING"));
  EXPECT_THAT(parsed->given.at("note"), ElementsAre("a b"));
  EXPECT_THAT(parsed->given.at("output"), ElementsAre("json"));
  EXPECT_THAT(parsed->given.at("yes"), ElementsAre("true"));
  EXPECT_FALSE(parsed->given.contains("etag"));
}

TEST(ParseTest, TakesCommonOptionsAfterTheVerb) {
  const auto parsed = Read({"call", "list", "--all", "-o", "json", "--year", "2022"});
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->given.at("output"), ElementsAre("json"));
  EXPECT_THAT(parsed->given.at("all"), ElementsAre("true"));
}

TEST(ParseTest, RepeatsOptionsAndKeepsWhatTheirValuesSay) {
  const auto parsed = Read({"submission", "update", "s1", "--keywords", "a,b", "--keywords", "[c]",
                            "--title=", "--form", "-"});
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->given.at("keywords"), ElementsAre("a,b", "[c]"));
  EXPECT_THAT(parsed->given.at("title"), ElementsAre(""));
  EXPECT_THAT(parsed->given.at("form"), ElementsAre("-"));
}

TEST(ParseTest, SwitchesMayBeTurnedOff) {
  const auto parsed = Read({"expert", "update", "e1", "--available=false"});
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->given.at("available"), ElementsAre("false"));
}

TEST(ParseTest, KnowsWordsThatAreCommandsOnlyInTheirPlace) {
  const auto parsed = Read({"call", "show", "list"});
  ASSERT_TRUE(parsed);
  EXPECT_THAT(parsed->given.at("name"), ElementsAre("list"));
}

TEST(ParseTest, SaysWhatItDoesNotKnowOrMisses) {
  EXPECT_EQ(Read({"call", "frobnicate"}).error().metadata.at("argument"), "frobnicate");
  EXPECT_EQ(Read({"call", "list", "--bad"}).error().metadata.at("argument"), "--bad");
  EXPECT_EQ(Read({"call", "show", "a", "b"}).error().metadata.at("argument"), "b");
  const auto valueless = Read({"call", "publish", "x", "--etag"});
  EXPECT_EQ(valueless.error().reason, "USAGE_ARGUMENT_WITHOUT_VALUE");
  EXPECT_EQ(valueless.error().metadata.at("argument"), "--etag");
  EXPECT_EQ(CheckRequired(*Read({"call", "publish"})).error().metadata.at("argument"), "name");
}

TEST(ParseTest, AsksTheEnvironmentLast) {
  setenv("REDPEAK_PROFILE", "ours", 1);
  EXPECT_THAT(Read({"call", "list"})->given.at("profile"), ElementsAre("ours"));
  EXPECT_THAT(Read({"--profile", "mine", "call", "list"})->given.at("profile"),
              ElementsAre("mine"));
  unsetenv("REDPEAK_PROFILE");
}

TEST(ParseTest, StopsAtANounOrAtNothing) {
  EXPECT_EQ(Read({"call"})->verb, nullptr);
  EXPECT_EQ(Read({"call"})->noun, "call");
  EXPECT_EQ(Read({})->verb, nullptr);
}

}  // namespace
}  // namespace redpeak::cli
