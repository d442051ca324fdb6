#include <gmock/gmock.h>

#include "services/identity/account_store.h"
#include "services/identity/changes.h"
#include "services/identity/link_store.h"
#include "services/identity/person_store.h"
#include "services/identity/role.h"
#include "services/identity/session_store.h"
#include "services/identity/tries_store.h"
#include "tests/postgres.h"

namespace redpeak::identity {
namespace {

using std::chrono::seconds;
using ::testing::ElementsAre;
using ::testing::IsEmpty;

const Instant kNow = FromMicros(1'646'092'800'000'000);
const std::string kDigest(32, 'd');

class IdentityStoreTest : public ::testing::Test {
 protected:
  // Runs fn(Tx&) in a transaction of its own.
  template <typename Fn>
  auto Do(Fn fn) {
    using T = decltype(fn(std::declval<Tx&>()));
    auto done =
        InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<T> { return fn(tx); });
    EXPECT_TRUE(done) << done.error().message;
    return std::move(*done);
  }
  // An account with that password hash, ACTIVE.
  Credentials AddAccount(const std::string& id, const std::string& hash) {
    return Do([&](Tx& tx) {
      v1::Person person;
      person.set_name("people/" + id);
      person.set_display_name(id);
      InsertPeople(tx, {person}, {}, kNow);
      InsertAccounts(
          tx, {{.id = id, .login = id + "@x", .person = id, .language = "zh", .grants = {}}}, kNow);
      WritePassword(tx, id, hash);
      return *ReadCredentials(tx, id + "@x");
    });
  }
  static NewSession Session(const std::string& id, const std::string& account) {
    return {.id = id,
            .account = account,
            .token_sha256 = std::string(31, 't') + id,
            .create_time = kNow,
            .expire_time = kNow + seconds(60),
            .peer = "ipv4:127.0.0.1:1",
            .client = ""};
  }
  bool Open(const NewSession& session, const Credentials& credentials) {
    return Do([&](Tx& tx) {
      return OpenSession(tx, session, credentials, kDigest, AccountChange("signed_in"));
    });
  }
  size_t Sessions(const std::string& account) {
    return Do([&](Tx& tx) { return ListSessions(tx, account, kNow); }).size();
  }
  std::vector<Tries> Read(const std::vector<std::string>& subjects) {
    return Do([&](Tx& tx) { return ReadTries(tx, subjects); });
  }
  void Count(const std::vector<std::string>& subjects, Instant now) {
    Do([&](Tx& tx) {
      CountTries(tx, subjects, now);
      return true;
    });
  }

  Pool pool_{testing::TestCluster::Get().NewDatabase() +
                 " user=redpeak_identity options='-c search_path=identity'",
             4};
};

TEST_F(IdentityStoreTest, CountsTriesUntilTheyAreOld) {
  const std::string a(32, 'a'), b(32, 'b');
  Count({a, b}, kNow);
  Count({a}, kNow + seconds(1));
  auto tries = Read({b, a, std::string(32, 'c')});
  EXPECT_EQ(tries[0].count, 1);
  EXPECT_EQ(tries[1].count, 2);
  EXPECT_EQ(tries[1].last_at, kNow + seconds(1));
  EXPECT_EQ(tries[2].count, 0);
  Count({a}, kNow + kTriesKept + seconds(2));
  tries = Read({a, b});
  EXPECT_EQ(tries[0].count, 1);  // anew
  EXPECT_EQ(tries[1].count, 0);  // swept
  Do([&](Tx& tx) {
    ForgetTries(tx, a);
    return true;
  });
  EXPECT_EQ(Read({a})[0].count, 0);
}

TEST_F(IdentityStoreTest, OpensNoSessionOnceThePasswordIsAnother) {
  const auto credentials = AddAccount("ann", "first");
  EXPECT_TRUE(Open(Session("1", "ann"), credentials));
  Do([&](Tx& tx) {
    WritePassword(tx, "ann", "second");
    return true;
  });
  EXPECT_FALSE(Open(Session("2", "ann"), credentials));
  EXPECT_EQ(Sessions("ann"), 1U);
}

TEST_F(IdentityStoreTest, OpensNoSessionOfADisabledAccount) {
  const auto credentials = AddAccount("ann", "hash");
  ASSERT_TRUE(Open(Session("1", "ann"), credentials));
  Do([&](Tx& tx) {
    WriteState(tx, "ann", v1::Account::DISABLED);
    return true;
  });
  EXPECT_FALSE(Open(Session("2", "ann"), credentials));
  EXPECT_EQ(Do([&](Tx& tx) { return FindCaller(tx, std::string(31, 't') + "1", kNow); }),
            std::nullopt);
}

TEST_F(IdentityStoreTest, ChangesThePasswordThatWasVerifiedOnly) {
  const auto credentials = AddAccount("ann", "first");
  ASSERT_TRUE(Open(Session("1", "ann"), credentials));
  ASSERT_TRUE(Open(Session("2", "ann"), credentials));
  const auto change = [&](const std::string& hash) {
    return Do([&](Tx& tx) {
      return ChangePassword(tx, credentials, hash, "2", kNow, AccountChange("password_changed"));
    });
  };
  EXPECT_TRUE(change("second"));
  EXPECT_EQ(Sessions("ann"), 1U);
  EXPECT_FALSE(change("third"));
}

TEST_F(IdentityStoreTest, TakesALinkOnceForItsPurposeInItsTime) {
  AddAccount("ann", "hash");
  const std::string other(32, 'o');
  Do([&](Tx& tx) {
    PutLinks(tx, LinkPurpose::kRecovery, {{"ann", other}}, kNow + seconds(60));
    PutLinks(tx, LinkPurpose::kRecovery, {{"ann", kDigest}}, kNow + seconds(60));
    return true;
  });
  const auto take = [&](LinkPurpose purpose, const std::string& digest, Instant now) {
    return Do([&](Tx& tx) { return TakeLink(tx, purpose, digest, now); });
  };
  EXPECT_EQ(take(LinkPurpose::kRecovery, other, kNow), std::nullopt);
  EXPECT_EQ(take(LinkPurpose::kActivation, kDigest, kNow), std::nullopt);
  EXPECT_EQ(take(LinkPurpose::kRecovery, kDigest, kNow + seconds(60)), std::nullopt);
  EXPECT_EQ(take(LinkPurpose::kRecovery, kDigest, kNow + seconds(59)), "ann");
  EXPECT_EQ(take(LinkPurpose::kRecovery, kDigest, kNow), std::nullopt);
}

TEST_F(IdentityStoreTest, LocksActiveAdministratorsOnly) {
  for (const char* id : {"ann", "bo", "carl"}) AddAccount(id, "hash");
  Do([&](Tx& tx) {
    AddGrant(tx, "ann", GrantEverywhere(options::v1::ADMINISTRATOR), kNow);
    AddGrant(tx, "bo", GrantEverywhere(options::v1::ADMINISTRATOR), kNow);
    AddGrant(tx, "carl", GrantEverywhere(options::v1::AUDITOR), kNow);
    WriteState(tx, "bo", v1::Account::DISABLED);
    return true;
  });
  EXPECT_THAT(Do([](Tx& tx) { return LockAdministrators(tx); }), ElementsAre("ann"));
}

TEST_F(IdentityStoreTest, RefusesTheSameLoginTwice) {
  AddAccount("ann", "hash");
  const auto again = InTransaction(pool_, TxMode::kTransaction, [&](Tx& tx) -> Result<void> {
    v1::Person person;
    person.set_name("people/second");
    person.set_display_name("second");
    InsertPeople(tx, {person}, {}, kNow);
    InsertAccounts(
        tx,
        {{.id = "second", .login = "ann@x", .person = "second", .language = "zh", .grants = {}}},
        kNow);
    return {};
  });
  ASSERT_FALSE(again);
  EXPECT_EQ(again.error().reason, "ALREADY_EXISTS");
  EXPECT_EQ(again.error().metadata.at("constraint"), "accounts_login_key");
  EXPECT_THAT(Do([](Tx& tx) { return ReadPeople(tx, {"second"}); }), IsEmpty());
}

}  // namespace
}  // namespace redpeak::identity
