#include "tests/postgres.h"

#include <pwd.h>
#include <signal.h>
#include <sys/prctl.h>
#include <sys/wait.h>
#include <unistd.h>

#include <chrono>
#include <cstdlib>
#include <filesystem>
#include <pqxx/pqxx>
#include <stdexcept>
#include <thread>
#include <vector>

#include "services/server/migrations.h"

namespace redpeak::testing {
namespace {

namespace fs = std::filesystem;

constexpr char kTemplate[] = "redpeak_template";

// The newest PostgreSQL that Debian installed.
std::string Program(const std::string& name) {
  std::string found;
  for (const auto& version : fs::directory_iterator("/usr/lib/postgresql")) {
    const auto program = version.path() / "bin" / name;
    if (fs::exists(program)) found = std::max(found, program.string());
  }
  if (found.empty())
    throw std::runtime_error("PostgreSQL is not installed; see deploy/packages.txt");
  return found;
}

void BecomePostgres() {
  if (getuid() != 0) return;
  const auto* user = getpwnam("postgres");
  if (user == nullptr || setgid(user->pw_gid) != 0 || setuid(user->pw_uid) != 0) _exit(126);
}

// Starts a program as the user postgres; it is killed should this one die.
int Spawn(const std::vector<std::string>& words, const std::string& output) {
  std::vector<char*> argv;
  for (const auto& word : words) argv.push_back(const_cast<char*>(word.c_str()));
  argv.push_back(nullptr);
  fflush(nullptr);  // or the child would write again what waits here
  const int pid = fork();
  if (pid != 0) return pid;
  BecomePostgres();
  prctl(PR_SET_PDEATHSIG, SIGQUIT);
  if (freopen(output.c_str(), "a", stdout) == nullptr || dup2(1, 2) < 0) _exit(125);
  execv(argv[0], argv.data());
  _exit(127);
}

void RunToEnd(const std::vector<std::string>& words, const std::string& output) {
  int status = 0;
  waitpid(Spawn(words, output), &status, 0);
  if (status != 0) throw std::runtime_error(words[0] + " failed; see " + output);
}

void Execute(const std::string& dsn, const std::string& sql) {
  pqxx::connection connection(dsn);
  pqxx::nontransaction(connection).exec(sql);
}

}  // namespace

TestCluster& TestCluster::Get() {
  static TestCluster cluster;
  return cluster;
}

TestCluster::TestCluster() {
  std::string pattern = (fs::temp_directory_path() /
                         "redpeak-test-"
                         "XXXXXX")
                            .string();
  if (mkdtemp(pattern.data()) == nullptr) throw std::runtime_error("no temporary folder");
  directory_ = pattern;
  if (const auto* user = getpwnam("postgres"); getuid() == 0 && user != nullptr) {
    if (chown(directory_.c_str(), user->pw_uid, user->pw_gid) != 0)
      throw std::runtime_error("chown");
  }
  RunToEnd({Program("initdb"), "-D", directory_ + "/data", "-U", "redpeak_owner", "-A", "trust",
            "-E", "UTF8", "--locale=C.UTF-8", "-N"},
           directory_ + "/log");
  Start();
  Execute("host=" + directory_ + " user=redpeak_owner dbname=postgres",
          std::string("CREATE DATABASE ") + kTemplate);
  const auto migrated =
      server::Migrate("host=" + directory_ + " user=redpeak_owner dbname=" + kTemplate);
  if (!migrated) throw std::runtime_error(migrated.error().message);
}

TestCluster::~TestCluster() {
  Stop(SIGQUIT);
  std::error_code ignored;
  fs::remove_all(directory_, ignored);
}

void TestCluster::Start() {
  pid_ = Spawn({Program("postgres"), "-D", directory_ + "/data", "-k", directory_, "-c",
                "listen_addresses=", "-c", "fsync=off", "-c", "max_connections=300", "-c",
                "shared_buffers=64MB"},
               directory_ + "/log");
  for (int i = 0; i < 6'000; ++i) {  // two minutes: a busy machine recovers slowly
    try {
      Execute("host=" + directory_ + " user=redpeak_owner dbname=postgres", "SELECT 1");
      return;
    } catch (const std::exception&) {
      std::this_thread::sleep_for(std::chrono::milliseconds(20));
    }
  }
  throw std::runtime_error("PostgreSQL did not start; see " + directory_ + "/log");
}

void TestCluster::Stop(int signal) {
  if (pid_ <= 0) return;
  kill(pid_, signal);
  waitpid(pid_, nullptr, 0);
  pid_ = -1;
}

void TestCluster::Restart() {
  Stop(SIGQUIT);
  Start();
}

std::string TestCluster::NewDatabase() {
  const auto name = "test_" + std::to_string(++databases_);
  Execute("host=" + directory_ + " user=redpeak_owner dbname=postgres",
          "CREATE DATABASE " + name + " TEMPLATE " + kTemplate);
  return "host=" + directory_ + " dbname=" + name;
}

std::string TestCluster::DumpSchema(const std::string& dsn) {
  const auto command =
      Program("pg_dump") + " --schema-only \"--dbname=" + dsn + " user=redpeak_owner\"";
  auto* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("pg_dump");
  std::string schema;
  char line[65536];
  while (fgets(line, sizeof line, pipe) != nullptr) {
    const std::string_view text(line);
    const bool kept = text != "\n" && !text.starts_with("--") && !text.starts_with("SET ") &&
                      !text.starts_with("SELECT pg_catalog") && !text.starts_with("\\");
    if (kept) schema += text;
  }
  if (pclose(pipe) != 0) throw std::runtime_error("pg_dump failed");
  return schema;
}

}  // namespace redpeak::testing
