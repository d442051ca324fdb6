#include <random>
#include <thread>

#include "services/notifications/follower_fixture.h"

namespace redpeak::notifications {
namespace {

using v1::Message;

// A random life: things happen, two followers take turns at once, and the peers fail now and then.
// In the end everybody has exactly what the model says, and each once.
class FollowerModelStoreTest : public FollowerStoreTest {
 protected:
  void DoSomething(std::mt19937& random) {
    const std::string id = "p" + std::to_string(random() % 5);
    const std::string expert = "e" + std::to_string(random() % 3);
    switch (random() % 3) {
      case 0:
        Happen({{"submissions/" + id, Changed("endorsed")}});
        ++model_[id][Message::SUBMISSION_ENDORSED];
        break;
      case 1: {
        const auto several = 1 + random() % 4;
        const std::vector<std::pair<std::string, Detail>> run(
            several, {"submissions/x/reviews/1", Review("assigned", expert)});
        Happen(run);
        ++model_[expert][Message::REVIEWS_ASSIGNED];
        assigned_[expert] += static_cast<int>(several);
        break;
      }
      default:
        Happen({{"submissions/" + id, Changed("updated")}});
    }
  }

  std::map<std::string, std::map<Message::Kind, int>> model_;
  std::map<std::string, int> assigned_;
};

TEST_F(FollowerModelStoreTest, EveryoneIsToldEverythingOnce) {
  std::mt19937 random(7);
  Teller other_teller(pool_, peers_, clock_, ids_, "https://kx.example");
  Follower other(pool_, other_teller);
  for (int round = 0; round < 60; ++round) {
    const int deeds = static_cast<int>(random() % 5);
    for (int deed = 0; deed < deeds; ++deed) DoSomething(random);
    identity_.down = random() % 4 == 0;
    std::jthread rival([&] { other.FollowSome(); });
    follower_.FollowSome();
  }
  identity_.down = false;
  FollowAll();
  for (const auto& [person, kinds] : model_) {
    std::map<Message::Kind, int> told;
    int assigned = 0;
    for (const auto& message : Inbox(person)) {
      ++told[message.kind()];
      if (message.kind() == Message::REVIEWS_ASSIGNED) assigned += message.count();
    }
    EXPECT_EQ(told, kinds) << person;
    EXPECT_EQ(assigned, assigned_[person]) << person;
  }
  const auto people = Read<size_t>([](Tx& tx) { return tx.Run(kListPeople).size(); });
  EXPECT_EQ(people, model_.size());
}

}  // namespace
}  // namespace redpeak::notifications
