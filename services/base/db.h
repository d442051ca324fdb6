#pragma once

#include <condition_variable>
#include <functional>
#include <memory>
#include <mutex>
#include <optional>
#include <pqxx/pqxx>
#include <string>
#include <string_view>
#include <unordered_set>
#include <vector>

#include "services/base/status.h"

namespace redpeak {

// An SQL statement, prepared once on each connection. Define it as a constant beside the function
// that runs it; its name begins with its service's, e.g. "submissions.read".
class Statement {
 public:
  Statement(const char* name, const char* sql);
  Statement(const Statement&) = delete;
  Statement& operator=(const Statement&) = delete;
  const char* name() const { return name_; }
  const char* sql() const { return sql_; }

  // Every statement of the program.
  static const std::vector<const Statement*>& All();

 private:
  const char* name_;
  const char* sql_;
};

// A connection to PostgreSQL with the statements that were prepared on it.
class Connection {
 public:
  explicit Connection(const std::string& dsn) : connection_(dsn) {}
  pqxx::connection& pq() { return connection_; }
  void Prepare(const Statement& statement);

 private:
  pqxx::connection connection_;
  std::unordered_set<const Statement*> prepared_;
};

// A service's connections: as many as its workers, opened when first needed.
class Pool {
 public:
  Pool(std::string dsn, size_t connections_max) : dsn_(std::move(dsn)), max_(connections_max) {}

  // Waits for one to be free. Throws pqxx::broken_connection if a new one cannot be opened.
  std::unique_ptr<Connection> Take();
  // Gives one back, or only its place, if it is broken (nullptr).
  void Give(std::unique_ptr<Connection> connection);

 private:
  const std::string dsn_;
  const size_t max_;
  std::mutex mutex_;
  std::condition_variable freed_;
  size_t taken_ = 0;
  std::vector<std::unique_ptr<Connection>> idle_;
};

// What pqxx can send: views become strings, the rest stays.
inline std::string SqlValue(std::string_view value) { return std::string(value); }
inline std::string SqlValue(const char* value) { return value; }
inline const std::string& SqlValue(const std::string& value) { return value; }
template <typename T>
const T& SqlValue(const T& value) {
  return value;
}

// Bytes for a bytea column.
inline pqxx::binarystring Bytes(std::string_view bytes) { return {bytes.data(), bytes.size()}; }
inline std::string FromBytes(const pqxx::field& field) { return pqxx::binarystring(field).str(); }

// The literal of a text[] column or parameter, and back.
std::string ToArray(const std::vector<std::string>& values);
std::vector<std::string> FromArray(const pqxx::field& field);

// What ILIKE matches where `part` is anywhere in a text; the part's own % and _ stand for
// themselves.
std::string LikePattern(std::string_view part);

// How a unit of work reaches the database.
enum class TxMode {
  kTransaction,  // BEGIN … COMMIT
  kStatement,    // each statement by itself: one round trip for reads and one-statement writes
};

// A unit of work on one connection, which is taken when the first statement runs.
class Tx {
 public:
  Tx(Pool& pool, TxMode mode) : pool_(pool), mode_(mode) {}
  ~Tx();
  Tx(const Tx&) = delete;
  Tx& operator=(const Tx&) = delete;

  template <typename... Args>
  pqxx::result Run(const Statement& statement, const Args&... args) {
    Begin();
    connection_->Prepare(statement);
    return transaction_->exec_prepared(statement.name(), SqlValue(args)...);
  }
  // Runs it without preparing it, so that it is planned for these very values; for lists with many
  // filters, where one plan does not fit all.
  template <typename... Args>
  pqxx::result RunPlanned(const Statement& statement, const Args&... args) {
    Begin();
    return transaction_->exec_params(statement.sql(), SqlValue(args)...);
  }
  // Only checks that the schema takes the statement.
  void Prepare(const Statement& statement);
  void Commit();

  // Whether anything was sent to the database.
  bool begun() const { return transaction_ != nullptr; }
  // Whether the connection still stands, as far as is known.
  bool connected() const { return connection_ != nullptr && connection_->pq().is_open(); }
  // Does not give the connection back: it is broken.
  void Discard();

 private:
  void Begin();

  Pool& pool_;
  const TxMode mode_;
  std::unique_ptr<Connection> connection_;
  std::unique_ptr<pqxx::transaction_base> transaction_;
};

// The name of the unique or other constraint in an error's text; libpqxx 6 tells it no other way.
std::string ConstraintOf(const std::exception& error);

// Runs fn(Tx&) -> Result<T> and commits if it succeeds. Serialization failures and deadlocks are
// tried three times. A lost connection is DATABASE_UNAVAILABLE or, at a write's end,
// OUTCOME_UNKNOWN; a unique violation ALREADY_EXISTS with the constraint's name in the metadata;
// anything else INTERNAL.
template <typename Fn>
auto InTransaction(Pool& pool, TxMode mode, Fn fn) -> decltype(fn(std::declval<Tx&>()));

// The rest is for InTransaction.
namespace db_internal {
enum class Verdict { kDone, kRetry };
Verdict Guard(Pool& pool, TxMode mode, bool last_try, const std::function<bool(Tx&)>& body,
              std::optional<Error>* error);
}  // namespace db_internal

template <typename Fn>
auto InTransaction(Pool& pool, TxMode mode, Fn fn) -> decltype(fn(std::declval<Tx&>())) {
  static constexpr int kTries = 3;
  using Outcome = decltype(fn(std::declval<Tx&>()));
  for (int attempt = 1;; ++attempt) {
    std::optional<Outcome> outcome;
    std::optional<Error> error;
    const auto verdict = db_internal::Guard(
        pool, mode, attempt == kTries,
        [&](Tx& tx) {
          outcome.emplace(fn(tx));
          return outcome->has_value();
        },
        &error);
    if (verdict == db_internal::Verdict::kRetry) continue;
    if (error) return tl::unexpected(std::move(*error));
    return std::move(*outcome);
  }
}

}  // namespace redpeak
