#pragma once

#include <string>
#include <vector>

#include "redpeak/calls/v1/call.pb.h"
#include "redpeak/submissions/v1/submission.pb.h"
#include "tests/server.h"

namespace redpeak::testing {

// A small association in a TestServer: units and people in identity, a double-blind call, and ways
// to bring submissions as far as a test wants them. Names are telling, so that a test can search
// for them. Every step that fails throws std::runtime_error with the server's message.
class World {
 public:
  static constexpr int kResearchers = 6;
  static constexpr int kExperts = 8;

  explicit World(TestServer& server);

  // Tokens.
  std::string researcher(int i) const { return researchers_.at(static_cast<size_t>(i)); }
  std::string expert(int i) const { return experts_.at(static_cast<size_t>(i)); }
  const std::string& unit_officer() const { return unit_officer_; }
  const std::string& officer() const { return officer_; }
  const std::string& approver() const { return approver_; }
  const std::string& auditor() const { return auditor_; }
  const std::string& administrator() const { return administrator_; }

  // Words that tell who a researcher, a unit or a team member is: none may reach a reviewer.
  const std::vector<std::string>& identifying() const { return identifying_; }

  // A published call, calls/<id>, open from 2022-03-01T08:00+08:00 to 2022-04-30T18:00+08:00.
  calls::v1::Call PublishCall(const std::string& id) { return PublishCall(id, SampleCall()); }
  calls::v1::Call PublishCall(const std::string& id, const calls::v1::Call& call);
  static calls::v1::Call SampleCall();
  // A complete draft of researcher i.
  submissions::v1::Submission Draft(const std::string& call, int i);
  submissions::v1::Submission Submitted(const std::string& call, int i);
  submissions::v1::Submission Endorsed(const std::string& call, int i);

  // Endorsed submissions of all researchers, the call closed, all accepted, experts in the pool,
  // the review started and assigned: names of the submissions.
  std::vector<std::string> InReview(const std::string& call);
  // All reviews submitted and the review closed.
  void Reviewed(const std::string& call);

  TestServer& server() { return server_; }

  template <typename Service, typename Request, typename Response>
  Response Must(const std::string& token,
                grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                      Response*),
                const Request& request) {
    auto answer = server_.Ask<Service>(token, method, request);
    if (!answer) Fail(request.GetTypeName(), answer.error());
    return std::move(*answer);
  }

 private:
  [[noreturn]] static void Fail(const std::string& what, const Error& error);
  void MakePeople();
  void MakeExperts();

  TestServer& server_;
  std::vector<std::string> researchers_, experts_, identifying_;
  std::string unit_officer_, officer_, approver_, auditor_, administrator_;
};

}  // namespace redpeak::testing
