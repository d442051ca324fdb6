#include "tests/load/pgbench.h"

#include <array>
#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <stdexcept>

#include "services/base/db.h"

namespace redpeak::load {
namespace {

std::string SqlOf(const std::string& name) {
  for (const auto* statement : Statement::All()) {
    if (name == statement->name()) return statement->sql();
  }
  throw std::runtime_error("no statement " + name);
}

std::string Program() {
  std::string found;
  for (const auto& version : std::filesystem::directory_iterator("/usr/lib/postgresql")) {
    found = std::max(found, (version.path() / "bin" / "pgbench").string());
  }
  return found;
}

}  // namespace

std::string Script(const std::string& statement, const std::map<int, std::string>& parameters) {
  const auto sql = SqlOf(statement);
  std::string script;
  for (size_t i = 0; i < sql.size(); ++i) {
    if (sql[i] == '\n') {
      script += ' ';
    } else if (sql[i] != '$') {
      script += sql[i];
    } else {
      size_t digits = 0;
      const int number = std::stoi(sql.substr(i + 1), &digits);
      script += parameters.at(number);
      i += digits;
    }
  }
  return script + ";\n";
}

double RunPgbench(const Target& target, const std::string& service,
                  const std::vector<std::string>& scripts, int clients, int count, int first) {
  const int each = count / clients;
  const auto path = std::filesystem::temp_directory_path() /
                    ("redpeak-pgbench-" + std::to_string(target.server_pid));
  std::ofstream file(path);
  file << "\\set i :i + 1\n\\set n " << first << " + :client_id * " << each << " + :i\n";
  for (const auto& script : scripts) file << script;
  file.close();
  auto dsn = target.database;
  dsn.replace(dsn.find("user=redpeak_owner"), 18, "user=redpeak_" + service);
  const auto command = "PGOPTIONS='-c search_path=" + service + ",public' " + Program() +
                       " -n -M prepared -D i=-1 -j 2 -c " + std::to_string(clients) + " -t " +
                       std::to_string(each) + " -f " + path.string() + " \"" + dsn + "\" 2>&1";
  auto* pipe = popen(command.c_str(), "r");
  if (pipe == nullptr) throw std::runtime_error("pgbench cannot be run");
  std::string output;
  std::array<char, 4096> line{};
  while (fgets(line.data(), line.size(), pipe) != nullptr) output += line.data();
  const int code = pclose(pipe);
  std::filesystem::remove(path);
  const auto at = output.find("tps = ");
  if (code != 0 || at == std::string::npos) throw std::runtime_error("pgbench: " + output);
  return std::stod(output.substr(at + 6));
}

}  // namespace redpeak::load
