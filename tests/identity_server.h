#pragma once

#include <pqxx/pqxx>
#include <string>
#include <vector>

#include "redpeak/identity/v1/identity_service.grpc.pb.h"
#include "services/base/peers.h"
#include "tests/server.h"

namespace redpeak::testing {

// A TestServer with real accounts: its first administrator has signed in, and there are two units,
// of which organisations/cast recommends organisations/lab.
class IdentityServer : public TestServer {
 public:
  using Service = identity::v1::IdentityService;
  static constexpr char kLogin[] = "root@example.org";
  static constexpr char kPassword[] = "a long enough secret";

  IdentityServer();

  // Calls identity with a session's token; an empty one: without an account.
  template <typename Request, typename Response>
  Result<Response> Call(const std::string& token,
                        grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                              Response*),
                        const Request& request) {
    return Ask<Service>(token, method, request);
  }
  // Calls it as another service.
  template <typename Request, typename Response>
  Result<Response> CallAsPeer(grpc::Status (Service::Stub::*method)(grpc::ClientContext*,
                                                                    const Request&, Response*),
                              const Request& request) {
    return redpeak::Ask<Service>(peers_, "identity", {}, method, request);
  }

  // A token of a new session. Throws std::runtime_error with the reason if there is none.
  std::string SignIn(const std::string& login, const std::string& password = kPassword);
  // The reason for which it is refused, or empty.
  std::string SignInReason(const std::string& login, const std::string& password);

  void AddOrganisation(const std::string& id, const std::string& display_name,
                       const std::string& uscc = "", const std::string& recommender = "");
  // people/{id}, with the address {id}@example.org.
  void AddPerson(const std::string& id, const std::string& display_name,
                 const std::string& organisation = "organisations/lab");
  // An account of a new person who has used the link: kPassword is the password.
  identity::v1::Account AddAccount(const std::string& id, Role role, const std::string& scope = "");

  // The texts of all mails to an address, oldest first by the clock, and the one-time token in the
  // last of them.
  std::vector<std::string> Mails(const std::string& recipient) const;
  std::string MailedToken(const std::string& recipient) const;

  // What the owner of the database sees.
  pqxx::result Query(const std::string& sql) const;
  // The actions of the events of a resource, in order.
  std::vector<std::string> Actions(const std::string& subject) const;

  const std::string& administrator() const { return administrator_; }
  const identity::v1::Account& first_account() const { return first_account_; }

 private:
  Peers peers_;
  std::string administrator_;
  identity::v1::Account first_account_;
};

}  // namespace redpeak::testing
