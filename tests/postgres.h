#pragma once

#include <string>

namespace redpeak::testing {

// A PostgreSQL of this test program's own, started when first asked for, on a socket in a folder of
// its own, and gone with the program. Root runs it as the user postgres.
class TestCluster {
 public:
  static TestCluster& Get();

  // The connection settings of a new, migrated, empty database, without a user (add "
  // user=redpeak_calls", or " user=redpeak_owner" for the owner of everything).
  std::string NewDatabase();

  // The schema of a database as SQL, without what differs from one PostgreSQL to the next.
  std::string DumpSchema(const std::string& dsn);

  // Stops and starts the server at once, as a crash would; connections break.
  void Restart();

  const std::string& socket_directory() const { return directory_; }

 private:
  TestCluster();
  ~TestCluster();
  void Start();
  void Stop(int signal);

  std::string directory_;
  int pid_ = -1;
  int databases_ = 0;
};

}  // namespace redpeak::testing
