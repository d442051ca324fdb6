#include <grpcpp/server_builder.h>

#include <pqxx/pqxx>
#include <stdexcept>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/review/v1/review_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/approval/approval_service.h"
#include "services/approval/fake_peers.h"
#include "services/base/crypto.h"
#include "services/base/errors.h"
#include "services/base/log.h"
#include "tests/postgres.h"
#include "tests/server.h"

namespace redpeak::approval::testing {
namespace {

using grpc::ServerContext;
using grpc::Status;
using redpeak::testing::At;
using redpeak::testing::TestCluster;
using submissions::v1::AdvanceSubmissionsRequest;
using submissions::v1::Submission;
using Stub = v1::ApprovalService::Stub;

Status Failed() { return {grpc::StatusCode::UNAVAILABLE, "down"}; }

class FakeCalls final : public calls::v1::CallsService::Service {
 public:
  explicit FakeCalls(FakeWorld& world) : world_(world) {}

  Status GetCall(ServerContext*, const calls::v1::GetCallRequest* request,
                 calls::v1::Call* response) override {
    std::lock_guard lock(world_.mutex);
    if (request->name() != world_.call.name()) return ToGrpc(NotFound(request->name()).value());
    *response = world_.call;
    return Status::OK;
  }

  Status AdvanceCall(ServerContext*, const calls::v1::AdvanceCallRequest* request,
                     calls::v1::Call* response) override {
    std::lock_guard lock(world_.mutex);
    if (world_.call_failing) return Failed();
    world_.call.set_state(request->state());
    *response = world_.call;
    return Status::OK;
  }

 private:
  FakeWorld& world_;
};

class FakeReview final : public review::v1::ReviewService::Service {
 public:
  explicit FakeReview(FakeWorld& world) : world_(world) {}

  // Two a page, so that pages are turned.
  Status ListRanking(ServerContext*, const review::v1::ListRankingRequest* request,
                     review::v1::ListRankingResponse* response) override {
    std::lock_guard lock(world_.mutex);
    const auto from = request->page_token().empty() ? 0U : std::stoul(request->page_token());
    const auto to = std::min(world_.ranking.size(), from + 2);
    for (auto i = from; i < to; ++i) *response->add_submissions() = world_.ranking[i];
    if (to < world_.ranking.size()) response->set_next_page_token(std::to_string(to));
    response->set_closed(world_.review_closed);
    return Status::OK;
  }

  Status FindPersonConflicts(ServerContext*, const review::v1::FindPersonConflictsRequest* request,
                             review::v1::FindPersonConflictsResponse* response) override {
    std::lock_guard lock(world_.mutex);
    for (const auto& name : request->submissions()) {
      if (world_.conflicts.contains(name)) response->add_conflicts()->set_submission(name);
    }
    return Status::OK;
  }

 private:
  FakeWorld& world_;
};

// Where an action may begin and where it leads.
struct Move {
  std::set<Submission::State> from;
  Submission::State to;
};

Move MoveOf(SubmissionAction action) {
  switch (action) {
    case AdvanceSubmissionsRequest::PROPOSE:
      return {{Submission::REVIEWED}, Submission::PROPOSED};
    case AdvanceSubmissionsRequest::DO_NOT_PROPOSE:
      return {{Submission::REVIEWED}, Submission::NOT_PROPOSED};
    case AdvanceSubmissionsRequest::UNPROPOSE:
      return {{Submission::PROPOSED, Submission::NOT_PROPOSED}, Submission::REVIEWED};
    case AdvanceSubmissionsRequest::PUT_ON_NOTICE:
      return {{}, Submission::PROPOSED};
    case AdvanceSubmissionsRequest::APPROVE:
      return {{Submission::PROPOSED}, Submission::APPROVED};
    case AdvanceSubmissionsRequest::DO_NOT_APPROVE:
      return {{Submission::REVIEWED, Submission::PROPOSED, Submission::NOT_PROPOSED},
              Submission::NOT_APPROVED};
    default:
      throw std::logic_error("approval asks for no other action");
  }
}

class FakeSubmissions final : public submissions::v1::SubmissionsService::Service {
 public:
  explicit FakeSubmissions(FakeWorld& world) : world_(world) {}

  Status ListSubmissions(ServerContext*, const submissions::v1::ListSubmissionsRequest* request,
                         submissions::v1::ListSubmissionsResponse* response) override {
    std::lock_guard lock(world_.mutex);
    auto it = world_.submissions.upper_bound(request->page_token());
    for (int i = 0; i < 2 && it != world_.submissions.end(); ++i, ++it) {
      *response->add_submissions() = it->second;
    }
    if (it != world_.submissions.end()) {
      response->set_next_page_token(response->submissions().rbegin()->name());
    }
    return Status::OK;
  }

  Status AdvanceSubmissions(ServerContext*, const AdvanceSubmissionsRequest* request,
                            submissions::v1::AdvanceSubmissionsResponse*) override {
    std::lock_guard lock(world_.mutex);
    if (world_.failing.contains(request->action())) return Failed();
    const auto move = MoveOf(request->action());
    for (const auto& item : request->items()) {
      const auto state = world_.submissions.at(item.name()).state();
      if (state == move.to || move.from.contains(state)) continue;
      return ToGrpc(StateWrong(item.name(), Submission::State_Name(state), "MOVE").value());
    }
    for (const auto& item : request->items()) {
      auto& submission = world_.submissions.at(item.name());
      submission.set_state(move.to);
      if (!item.project_number().empty()) submission.set_project_number(item.project_number());
    }
    world_.actions.push_back(request->action());
    return Status::OK;
  }

 private:
  FakeWorld& world_;
};

calls::v1::Call SampleCall() {
  calls::v1::Call call;
  call.set_name("calls/2022");
  call.set_title("2022年度科研课题");
  call.set_state(calls::v1::Call::IN_REVIEW);
  for (const char* code : {"key", "general", "self-funded"}) {
    auto& category = *call.add_categories();
    category.set_code(code);
    category.set_ceiling_fen(category.code() == "self-funded" ? 0 : 5'000'000);
  }
  call.set_funded_count(2);
  call.set_notice_days(7);
  call.set_notice_day_kind(calls::v1::WORKING_DAYS);
  call.set_number_prefix("CF2022");
  return call;
}

}  // namespace

struct ApprovalServer::Impl {
  Impl() {
    SetLogLevel(LogLevel::kWarning);
    world.call = SampleCall();
    sessions.SetResolver([this](const std::string& hash) -> Result<SessionCaller> {
      std::lock_guard lock(mutex);
      const auto it = callers.find(hash);
      if (it == callers.end()) return SignInRequired();
      return SessionCaller{it->second, Instant::max()};
    });
    service = NewApprovalService({workers, pool, clock, ids, sessions, metrics, rate, rate, "key"},
                                 {peers});
    service->CheckComplete();
    server = grpc::ServerBuilder()
                 .RegisterService(service.get())
                 .RegisterService(&calls)
                 .RegisterService(&review)
                 .RegisterService(&submissions)
                 .BuildAndStart();
    channel = server->InProcessChannel({});
    peers.Set({{"calls", channel}, {"review", channel}, {"submissions", channel}});
  }
  ~Impl() {
    server->Shutdown();
    workers.Stop();
  }

  const std::string database = TestCluster::Get().NewDatabase();
  Pool pool{database + " user=redpeak_approval options='-c search_path=approval'", 4};
  SimulatedClock clock{At("2022-06-20T10:00:00+08:00")};
  IdSource ids;
  Sessions sessions;
  Metrics metrics;
  RateLimiter rate{0, 0};
  Peers peers{"approval", "key"};
  std::mutex mutex;
  std::map<std::string, Caller> callers;  // by the SHA-256 of their tokens
  FakeWorld world;
  FakeCalls calls{world};
  FakeReview review{world};
  FakeSubmissions submissions{world};
  Workers workers{4, 100};
  std::unique_ptr<RpcService> service;
  std::unique_ptr<grpc::Server> server;
  std::shared_ptr<grpc::Channel> channel;
};

ApprovalServer::ApprovalServer() : impl_(std::make_unique<Impl>()) {
  officer_ = SignInAs("officer", Role::PROGRAMME_OFFICER);
  approver_ = SignInAs("approver", Role::APPROVER);
  auditor_ = SignInAs("auditor", Role::AUDITOR);
}
ApprovalServer::~ApprovalServer() = default;

void ApprovalServer::Fail(const Error& error) {
  throw std::runtime_error(error.reason + " " + error.message);
}

v1::Proposal ApprovalServer::Propose() {
  v1::CreateProposalRequest request;
  request.set_call(world().call.name());
  return Must(officer_, &Stub::CreateProposal, request);
}

v1::Proposal ApprovalServer::Sign(const v1::Proposal& proposal) {
  v1::SignProposalRequest request;
  request.set_name(proposal.name());
  request.set_etag(proposal.etag());
  return Must(approver_, &Stub::SignProposal, request);
}

v1::Notice ApprovalServer::Publish(const v1::Proposal& proposal) {
  v1::PublishNoticeRequest request;
  request.set_proposal(proposal.name());
  request.set_etag(proposal.etag());
  return Must(officer_, &Stub::PublishNotice, request);
}

v1::Objection ApprovalServer::File(const v1::Notice& notice, const std::string& number,
                                   const std::string& contact) {
  v1::FileObjectionRequest request;
  request.set_parent(notice.name());
  request.mutable_objection()->set_submission_number(number);
  request.mutable_objection()->set_real_name("王小明");
  request.mutable_objection()->set_contact(contact);
  request.mutable_objection()->set_text("该项目与往年课题内容重复，请核查。");
  return Must("", &Stub::FileObjection, request);
}

v1::Objection ApprovalServer::Answer(const v1::Objection& objection, bool upheld) {
  v1::AnswerObjectionRequest request;
  request.set_name(objection.name());
  request.set_upheld(upheld);
  request.set_answer("经核查，情况如下。");
  return Must(officer_, &Stub::AnswerObjection, request);
}

v1::Proposal ApprovalServer::Read(const std::string& proposal) {
  v1::GetProposalRequest request;
  request.set_name(proposal);
  return Must(auditor_, &Stub::GetProposal, request);
}

std::vector<v1::ProposalItem> ApprovalServer::ReadItems(const std::string& proposal) {
  v1::ListProposalItemsRequest request;
  request.set_parent(proposal);
  const auto response = Must(auditor_, &Stub::ListProposalItems, request);
  return {response.items().begin(), response.items().end()};
}

void ApprovalServer::Meet() { std::lock_guard lock(world().mutex); }

FakeWorld& ApprovalServer::world() { return impl_->world; }
std::shared_ptr<grpc::Channel> ApprovalServer::channel() { return impl_->channel; }
Instant ApprovalServer::Now() const { return impl_->clock.Now(); }
void ApprovalServer::MoveTo(const std::string& instant) { impl_->clock.Set(At(instant)); }

void ApprovalServer::AddReviewed(int n, double spread, int64_t amount_fen,
                                 const std::string& category) {
  const auto id = std::to_string(n);
  auto& submission = world().submissions["submissions/s" + id];
  submission.set_name("submissions/s" + id);
  submission.set_state(Submission::REVIEWED);
  submission.set_leader("people/p" + id);
  submission.set_unit("organisations/u" + id);
  auto& ranked = world().ranking.emplace_back();
  ranked.set_submission(submission.name());
  ranked.set_rank(n);
  ranked.set_mean(100.0 - n);
  ranked.set_spread(spread);
  ranked.set_title("课题" + id);
  ranked.set_number("CF2022-00000" + id);
  ranked.set_category(category);
  ranked.set_amount_fen(amount_fen);
  ranked.set_leader_name("负责人" + id);
  ranked.set_unit_name("单位" + id);
}

std::string ApprovalServer::SignInAs(const std::string& id, Role role, const std::string& scope) {
  Caller caller;
  caller.account = "accounts/" + id;
  caller.person = "people/" + id;
  caller.display_name = id;
  caller.grants = {{role, scope}};
  const auto token = ToBase64Url(RandomBytes(16));
  std::lock_guard lock(impl_->mutex);
  impl_->callers[Sha256(token)] = caller;
  return token;
}

Submission::State ApprovalServer::StateOf(int n) {
  return world().submissions.at("submissions/s" + std::to_string(n)).state();
}

std::string ApprovalServer::Query(const std::string& sql) {
  pqxx::connection connection(impl_->database + " user=redpeak_owner");
  const auto rows = pqxx::nontransaction(connection).exec(sql);
  return rows.empty() ? std::string() : rows[0][0].as<std::string>("");
}

}  // namespace redpeak::approval::testing
