#include "clients/cli/completion.h"

#include <gtest/gtest.h>

#include <array>
#include <cstdio>
#include <fstream>

namespace redpeak::cli {
namespace {

std::string Script(const std::string& shell) {
  return CompletionScript(Catalog::In(Language::kEnglish), AllVerbs(), shell).value_or("");
}

// What bash offers after these words, the last of which is being typed.
std::string BashOffers(const std::string& words) {
  const auto path = testing::TempDir() + "redpeak_completion_test.bash";
  std::ofstream(path) << Script("bash") << "COMP_WORDS=(" << words
                      << ")\nCOMP_CWORD=$((${#COMP_WORDS[@]} - 1))\n"
                      << "_redpeak\necho -n \"${COMPREPLY[*]}\"\n";
  auto* pipe = popen(("bash " + path).c_str(), "r");
  std::string offers;
  std::array<char, 4096> buffer{};
  for (size_t size = 0; (size = fread(buffer.data(), 1, buffer.size(), pipe)) > 0;) {
    offers.append(buffer.data(), size);
  }
  pclose(pipe);
  return offers;
}

TEST(CompletionTest, BashOffersNounsVerbsAndOptions) {
  EXPECT_EQ(BashOffers("redpeak cal"), "call");
  EXPECT_EQ(BashOffers("redpeak call pub"), "publish");
  EXPECT_EQ(BashOffers("redpeak --profile officer call pub"), "publish");
  EXPECT_EQ(BashOffers("redpeak call publish 2022 --et"), "--etag");
  EXPECT_EQ(BashOffers("redpeak log"), "login logout");
}

TEST(CompletionTest, BashLeavesArgumentsToFiles) {
  EXPECT_EQ(BashOffers("redpeak expert import exp"), "");
}

TEST(CompletionTest, EveryShellKnowsEveryCommand) {
  for (const auto* shell : {"bash", "zsh", "fish"}) {
    const auto script = Script(shell);
    for (const auto& verb : AllVerbs()) {
      const auto place = verb.noun.empty() ? verb.name : verb.noun + " " + verb.name;
      EXPECT_NE(script.find("|" + place + "|"), std::string::npos) << shell << ": " << place;
    }
  }
  EXPECT_EQ(Script("cmd"), "");
}

}  // namespace
}  // namespace redpeak::cli
