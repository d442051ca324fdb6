#include "tests/load/seed.h"

#include <grpcpp/client_context.h>

#include <cstdio>
#include <map>
#include <pqxx/pqxx>
#include <sstream>
#include <stdexcept>

#include "redpeak/calls/v1/calls_service.grpc.pb.h"
#include "redpeak/submissions/v1/submissions_service.grpc.pb.h"
#include "services/base/clock.h"
#include "services/base/crypto.h"
#include "services/base/names.h"
#include "services/base/wire.h"
#include "tests/world.h"

namespace redpeak::load {
namespace {

using calls::v1::CallsService;
using submissions::v1::SubmissionsService;

constexpr char kAddPerson[] = R"(
  INSERT INTO identity.organisations (id, display_name, kind, region, created_at)
  VALUES ('u-$1', 'unit of $1', 'institute', '150402', now());
  INSERT INTO identity.people (id, display_name, organisation, created_at)
  VALUES ('$1', 'name of $1', 'u-$1', now());
  INSERT INTO identity.accounts (id, login, person, state, password_hash, language, created_at)
  VALUES ('$1', '$1@bench.invalid', '$1', 'ACTIVE', '-', 'zh', now());
  INSERT INTO identity.grants (account, role, scope, granted_at) VALUES ('$1', '$2', '', now());
  INSERT INTO identity.sessions (id, account, token_sha256, created_at, expires_at, peer, client)
  VALUES ('s-$1', '$1', '\x$3', now(), now() + interval '1 day', '', 'bench'))";

std::string Replaced(std::string text, const std::string& what, const std::string& by) {
  for (size_t at = 0; (at = text.find(what, at)) != std::string::npos; at += by.size()) {
    text.replace(at, what.size(), by);
  }
  return text;
}

std::string AddPerson(const Target& target, const std::string& id, const std::string& role) {
  const auto token = ToBase64Url(RandomBytes(32));
  auto sql = Replaced(kAddPerson, "$1", id);
  sql = Replaced(std::move(sql), "$2", role);
  Sql(target, Replaced(std::move(sql), "$3", Hex(Sha256(token))));
  return token;
}

template <typename Service, typename Request, typename Response>
Response Must(const Target& target, const std::string& token,
              grpc::Status (Service::Stub::*method)(grpc::ClientContext*, const Request&,
                                                    Response*),
              const Request& request) {
  grpc::ClientContext context;
  context.AddMetadata("authorization", "Bearer " + token);
  Response response;
  const auto status = ((*Service::NewStub(target.server)).*method)(&context, request, &response);
  if (!status.ok()) throw std::runtime_error(request.GetTypeName() + ": " + status.error_message());
  return response;
}

// The call of the small world, open around the present moment and without a quota.
std::string MakeCall(const Target& target, const std::string& officer) {
  calls::v1::CreateProgrammeRequest programme;
  programme.set_programme_id("research");
  programme.mutable_programme()->set_display_name("bench");
  programme.mutable_programme()->set_kind(calls::v1::Programme::RESEARCH);
  Must<CallsService>(target, officer, &CallsService::Stub::CreateProgramme, programme);
  calls::v1::CreateCallRequest create;
  create.set_call_id("bench");
  *create.mutable_call() = testing::World::SampleCall();
  const auto now = SystemClock().Now();
  *create.mutable_call()->mutable_opens_at() = ToProto(now - std::chrono::hours(1));
  *create.mutable_call()->mutable_closes_at() = ToProto(now + std::chrono::hours(24));
  create.mutable_call()->set_leader_quota(0);
  const auto draft = Must<CallsService>(target, officer, &CallsService::Stub::CreateCall, create);
  calls::v1::PublishCallRequest publish;
  publish.set_name(draft.name());
  publish.set_etag(draft.etag());
  return Must<CallsService>(target, officer, &CallsService::Stub::PublishCall, publish).name();
}

std::string MakeDraft(const Target& target, const Seed& seed) {
  submissions::v1::CreateSubmissionRequest request;
  auto& draft = *request.mutable_submission();
  draft.set_call(seed.call);
  draft.set_title("草原短尾羊布鲁氏菌病净化技术关键技术研究与示范");
  draft.set_category("general");
  draft.set_discipline("230");
  draft.set_amount_fen(1'800'000);
  draft.set_start_date("2027-07-01");
  draft.set_end_date("2028-06-30");
  std::string abstract, significance;
  for (int i = 0; i < 12; ++i) abstract += "以服务赤峰市经济社会发展为目标,";
  for (int i = 0; i < 25; ++i) significance += "以服务赤峰市经济社会发展为目标,";
  draft.set_abstract(abstract);
  draft.add_keywords("草原");
  draft.set_form(R"({"significance":")" + significance + "\"}");
  for (int i = 0; i < 4; ++i) {
    auto& member = *draft.add_team();
    member.set_display_name("贺春桂");
    member.set_unit_name("红山区疾病预防控制中心");
  }
  const auto made = Must<SubmissionsService>(target, seed.researcher,
                                             &SubmissionsService::Stub::CreateSubmission, request);
  return LastId(made.name());
}

}  // namespace

std::string Sql(const Target& target, const std::string& sql) {
  pqxx::connection connection(target.database);
  pqxx::nontransaction tx(connection);
  const auto rows = tx.exec(sql);
  return rows.empty() || rows.columns() == 0 ? "" : rows[0][0].c_str();
}

std::string CopyId(int n) {
  char id[32];
  std::snprintf(id, sizeof id, "bench%08d", n);
  return id;
}

std::string CopyIdSql(const std::string& n) {
  return "('bench' || lpad((" + n + ")::text, 8, '0'))";
}

void Multiply(const Target& target, const std::string& table, const std::string& key,
              const std::string& id, int from, int to, const std::string& changes) {
  std::map<std::string, std::string> expressions = {{key, CopyIdSql("n")}};
  std::istringstream list(changes);
  for (std::string change; std::getline(list, change, ';');) {
    const auto equals = change.find(" = ");
    expressions[change.substr(0, equals)] = change.substr(equals + 3);
  }
  pqxx::connection connection(target.database);
  pqxx::work tx(connection);
  std::string columns, values;
  for (const auto& row : tx.exec("SELECT attname FROM pg_attribute WHERE attrelid = '" + table +
                                 "'::regclass AND attnum > 0 AND attgenerated = '' AND NOT "
                                 "attisdropped")) {
    const std::string name = row[0].c_str();
    columns += (columns.empty() ? "" : ", ") + name;
    const auto it = expressions.find(name);
    values += (values.empty() ? "" : ", ") + (it == expressions.end() ? name : it->second);
  }
  tx.exec("INSERT INTO " + table + " (" + columns + ") SELECT " + values + " FROM " + table +
          ", generate_series(" + std::to_string(from) + ", " + std::to_string(to) +
          ") AS n WHERE " + key + " = " + tx.quote(id));
  tx.commit();
}

Seed Plant(const Target& target) {
  Seed seed;
  seed.researcher = AddPerson(target, "bench-researcher", "RESEARCHER");
  seed.expert = AddPerson(target, "bench-expert", "EXPERT");
  seed.officer = AddPerson(target, "bench-officer", "PROGRAMME_OFFICER");
  seed.call = MakeCall(target, seed.officer);
  seed.submission = MakeDraft(target, seed);
  return seed;
}

}  // namespace redpeak::load
