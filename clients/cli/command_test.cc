#include "clients/cli/command.h"

#include <gtest/gtest.h>

#include <set>
#include <sstream>

#include "clients/cli/verb.h"

namespace redpeak::cli {
namespace {

std::string TitleOf(const Verb& verb) { return verb.noun + " " + verb.name; }

const google::protobuf::Descriptor* ElementOf(const google::protobuf::Descriptor& answer) {
  for (int i = 0; i < answer.field_count(); ++i) {
    if (answer.field(i)->is_repeated() && IsOwnMessage(*answer.field(i)))
      return answer.field(i)->message_type();
  }
  return nullptr;
}

TEST(CommandTest, EveryPublicMethodHasACommand) {
  std::set<const google::protobuf::MethodDescriptor*> reached;
  for (const auto& verb : AllVerbs()) {
    for (const auto& name : verb.methods) {
      ASSERT_NE(FindMethod(name), nullptr) << TitleOf(verb) << ": " << name;
      reached.insert(FindMethod(name));
    }
  }
  for (const auto* service : Services()) {
    for (int i = 0; i < service->method_count(); ++i) {
      const auto* method = service->method(i);
      EXPECT_NE(reached.contains(method), IsInternal(*method)) << method->full_name();
    }
  }
}

TEST(CommandTest, ArgumentsAreFieldsOfTheRequest) {
  for (const auto& command : Commands()) {
    SCOPED_TRACE(std::string(command.noun) + " " + std::string(command.verb));
    EXPECT_NO_THROW(ArgsOf(command));
    for (const auto& [path, value] : PresetsOf(command)) {
      EXPECT_FALSE(FindPath(*MethodOf(command).input_type(), path).empty()) << path;
    }
  }
}

TEST(CommandTest, ArgumentsOfACommandHaveDifferentNames) {
  std::set<std::string> global;
  for (const auto& arg : GlobalArgs()) global.insert(arg.name);
  for (const auto& verb : AllVerbs()) {
    auto taken = global;
    for (const auto& arg : verb.args) {
      EXPECT_TRUE(taken.insert(arg.name).second)
          << TitleOf(verb) << " has " << arg.name << " twice";
    }
  }
}

TEST(CommandTest, NoCommandIsThereTwice) {
  std::set<std::string> taken;
  for (const auto& verb : AllVerbs())
    EXPECT_TRUE(taken.insert(TitleOf(verb)).second) << TitleOf(verb);
}

TEST(CommandTest, ColumnsAreFieldsOfTheAnswersElements) {
  for (const auto& command : Commands()) {
    std::istringstream stream{std::string(command.columns)};
    for (std::string column; stream >> column;) {
      const auto* element = ElementOf(*MethodOf(command).output_type());
      ASSERT_NE(element, nullptr) << command.method;
      EXPECT_FALSE(FindPath(*element, column).empty()) << command.method << ": " << column;
    }
  }
}

// Lists have columns; the etag of a decision comes from what is shown.
TEST(CommandTest, DecisionsShowWhatTheyAreAbout) {
  for (const auto& command : Commands()) {
    if (command.shows.empty()) continue;
    const auto space = command.shows.find(' ');
    const auto* shown =
        FindCommand(command.shows.substr(0, space), command.shows.substr(space + 1));
    ASSERT_NE(shown, nullptr) << command.shows;
    EXPECT_FALSE(IsMutation(MethodOf(*shown))) << command.shows;
    EXPECT_TRUE(IsPositional(ArgsOf(*shown).front())) << command.shows;
    const bool takes_etag = !FindPath(*MethodOf(command).input_type(), "etag").empty();
    const bool gives_etag = !FindPath(*MethodOf(*shown).output_type(), "etag").empty();
    EXPECT_TRUE(!takes_etag || gives_etag) << command.noun << " " << command.verb;
  }
}

TEST(CommandTest, MethodsAreFoundByShortAndLongNames) {
  const auto* method = FindMethod("review/SubmitReview");
  ASSERT_NE(method, nullptr);
  EXPECT_EQ(method->full_name(), "redpeak.review.v1.ReviewService.SubmitReview");
  EXPECT_EQ(FindMethod("ReviewService/SubmitReview"), method);
  EXPECT_EQ(FindMethod("redpeak.review.v1.ReviewService/SubmitReview"), method);
  EXPECT_NE(FindMethod("system/MoveClock"), nullptr);  // the second service of its package
  EXPECT_EQ(FindMethod("review/NoSuch"), nullptr);
  EXPECT_EQ(FindMethod("SubmitReview"), nullptr);
}

}  // namespace
}  // namespace redpeak::cli
