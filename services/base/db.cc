#include "services/base/db.h"

#include <poll.h>

#include "services/base/errors.h"

namespace redpeak {
namespace {

std::vector<const Statement*>& Registry() {
  static std::vector<const Statement*> statements;
  return statements;
}

std::unique_ptr<pqxx::transaction_base> Begin(Connection& connection, TxMode mode) {
  if (mode == TxMode::kStatement) return std::make_unique<pqxx::nontransaction>(connection.pq());
  return std::make_unique<pqxx::work>(connection.pq());
}

// Whether the server has hung up on an idle connection: then its socket can be read, to its end.
bool IsStale(Connection& connection) {
  pollfd socket{.fd = connection.pq().sock(), .events = POLLIN, .revents = 0};
  return socket.fd < 0 || poll(&socket, 1, 0) != 0;
}

Error Duplicate(const pqxx::unique_violation& error) {
  const auto constraint = ConstraintOf(error);
  return {
      Code::kAlreadyExists, "ALREADY_EXISTS", "it exists already", {{"constraint", constraint}}};
}

}  // namespace

Statement::Statement(const char* name, const char* sql) : name_(name), sql_(sql) {
  Registry().push_back(this);
}

const std::vector<const Statement*>& Statement::All() { return Registry(); }

void Connection::Prepare(const Statement& statement) {
  if (!prepared_.insert(&statement).second) return;
  connection_.prepare(statement.name(), statement.sql());
}

std::unique_ptr<Connection> Pool::Take() {
  {
    std::unique_lock lock(mutex_);
    freed_.wait(lock, [this] { return taken_ < max_; });
    ++taken_;
    while (!idle_.empty()) {
      auto connection = std::move(idle_.back());
      idle_.pop_back();
      if (!IsStale(*connection)) return connection;
    }
  }
  try {
    return std::make_unique<Connection>(dsn_);
  } catch (...) {
    Give(nullptr);
    throw;
  }
}

void Pool::Give(std::unique_ptr<Connection> connection) {
  {
    std::lock_guard lock(mutex_);
    --taken_;
    if (connection) idle_.push_back(std::move(connection));
  }
  freed_.notify_one();
}

Tx::~Tx() {
  const bool taken = connection_ != nullptr;
  transaction_.reset();
  if (taken) pool_.Give(std::move(connection_));
}

void Tx::Begin() {
  if (transaction_) return;
  connection_ = pool_.Take();
  transaction_ = redpeak::Begin(*connection_, mode_);
}

void Tx::Prepare(const Statement& statement) {
  Begin();
  connection_->Prepare(statement);
  connection_->pq().prepare_now(statement.name());
}

void Tx::Commit() {
  if (transaction_) transaction_->commit();
}

void Tx::Discard() {
  if (connection_ == nullptr) return;
  transaction_.reset();
  connection_.reset();
  pool_.Give(nullptr);
}

std::string ToArray(const std::vector<std::string>& values) {
  std::string array = "{";
  for (const auto& value : values) {
    array += array.size() > 1 ? ",\"" : "\"";
    for (const char c : value) {
      if (c == '"' || c == '\\') array += '\\';
      array += c;
    }
    array += '"';
  }
  return array + "}";
}

std::vector<std::string> FromArray(const pqxx::field& field) {
  std::vector<std::string> values;
  if (field.is_null()) return values;
  auto parser = field.as_array();
  for (auto [juncture, text] = parser.get_next(); juncture != pqxx::array_parser::done;
       std::tie(juncture, text) = parser.get_next()) {
    if (juncture == pqxx::array_parser::string_value) values.push_back(text);
  }
  return values;
}

std::string LikePattern(std::string_view part) {
  std::string pattern = "%";
  for (const char c : part) {
    if (c == '%' || c == '_' || c == '\\') pattern += '\\';
    pattern += c;
  }
  return pattern + "%";
}

std::string ConstraintOf(const std::exception& error) {
  const std::string text = error.what();
  const auto word = text.find("constraint \"");
  if (word == std::string::npos) return {};
  const auto from = word + 12;
  return text.substr(from, text.find('"', from) - from);
}

namespace db_internal {
namespace {

// What the loss of the connection means: a single statement commits by itself, so it may have been
// done.
Error Lost(const Tx& tx, TxMode mode) {
  const bool unknown = tx.begun() && mode == TxMode::kStatement;
  return unknown ? OutcomeUnknown().value() : DatabaseUnavailable().value();
}

}  // namespace

Verdict Guard(Pool& pool, TxMode mode, bool last_try, const std::function<bool(Tx&)>& body,
              std::optional<Error>* error) {
  Tx tx(pool, mode);
  try {
    if (body(tx)) tx.Commit();
  } catch (const pqxx::in_doubt_error&) {
    *error = OutcomeUnknown().value();
    tx.Discard();
  } catch (const pqxx::broken_connection&) {
    *error = Lost(tx, mode);
    tx.Discard();
  } catch (const pqxx::transaction_rollback&) {
    if (!last_try) return Verdict::kRetry;
    *error = Error{Code::kAborted, "SERVER_BUSY", "others are changing the same things; try again"};
  } catch (const pqxx::unique_violation& e) {
    *error = Duplicate(e);
  } catch (const std::exception& e) {
    // After an administrator's shutdown libpqxx reports an sql_error on a connection that is dead.
    const bool dead = tx.begun() && !tx.connected();
    *error = dead ? Lost(tx, mode) : Internal(e.what()).value();
    if (dead) tx.Discard();
  }
  return Verdict::kDone;
}

}  // namespace db_internal

}  // namespace redpeak
