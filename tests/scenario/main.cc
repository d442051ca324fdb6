// redpeak_scenario: plays a year of a research programme, as a folder tells it, on a running
// server.
#include <google/protobuf/timestamp.pb.h>
#include <google/protobuf/util/time_util.h>

#include <CLI/CLI.hpp>
#include <algorithm>
#include <fstream>
#include <iostream>

#include "tests/scenario/demo.h"
#include "tests/scenario/play_stopped.h"
#include "tests/scenario/report.h"
#include "tests/scenario/steps.h"

namespace redpeak::scenario {
namespace {

using std::chrono::days;

struct Options {
  std::string folder;
  std::string server = "127.0.0.1:7070";
  std::string authority;
  std::string mail;
  std::string login;
  std::string password_file;
  int server_pid = 0;
  std::string demo;
};

std::string FirstLine(const std::string& path) {
  std::ifstream file(path);
  std::string line;
  if (!std::getline(file, line)) throw PlayStopped("cannot read " + path);
  return line;
}

// When the simulated clock has to begin: early enough for everything in the folder.
Instant Beginning(const Folder& folder) {
  auto first = folder.rules.opens;
  for (const auto& application : folder.applications) {
    first = std::min(first, application.submitted_at);
  }
  return std::chrono::floor<days>(first) - days(7);
}

int TellBeginning(const Options& options) {
  const auto beginning = Beginning(ReadFolder(options.folder));
  std::cout << google::protobuf::util::TimeUtil::ToString(ToProto(beginning)) << '\n';
  return 0;
}

void TellDemo(const std::string& path, const std::string& text) {
  std::ofstream file(path);
  file << text;
  if (!file.flush()) throw PlayStopped("cannot write " + path);
}

int PlayYear(const Options& options) {
  const auto folder = ReadFolder(options.folder);
  Server server(options.server, options.authority);
  Mailbox mailbox(options.mail);
  Cast cast{.administrator = {.title = "the administrator",
                              .login = options.login,
                              .password = FirstLine(options.password_file)}};
  Play play{.folder = folder, .server = server, .mailbox = mailbox, .cast = cast};
  Stages stages;
  stages.Time("set up", [&] { SetUp(play); });
  stages.Time("publish the call", [&] { PublishCall(play); });
  stages.Time("submit", [&] { Submit(play); });
  stages.Time("check formalities", [&] { CheckFormalities(play); });
  stages.Time("review", [&] { Review(play); });
  stages.Time("approve", [&] { Approve(play); });
  stages.Time("learn the results", [&] { LearnResults(play); });
  std::cerr << stages.Table(options.server_pid);
  std::cout << Report(play, stages.Seconds()) << std::endl;
  if (!options.demo.empty()) TellDemo(options.demo, PlayDemo(play));
  for (const auto& violation : play.blindness_violations) {
    std::cerr << "not blind: " << violation << '\n';
  }
  return play.blindness_violations.empty() && play.conflicts_violated == 0 ? 0 : 1;
}

void AddPlayOptions(CLI::App& play, Options& options) {
  play.add_option("--server", options.server, "address and port")->capture_default_str();
  play.add_option("--ca", options.authority, "PEM file to check the server's certificate with")
      ->required();
  play.add_option("--mail", options.mail, "the folder that the server writes its mail into")
      ->required();
  play.add_option("--login", options.login, "of the first administrator")->required();
  play.add_option("--password-file", options.password_file, "whose first line is the password")
      ->required();
  play.add_option("--server-pid", options.server_pid, "whose memory to tell");
  play.add_option(
      "--demo", options.demo,
      "goes on to the present, with work for every role, and writes their accounts here");
}

int Run(int argc, char** argv) {
  CLI::App app("plays a year of a research programme on a running server");
  app.require_subcommand(1);
  Options options;
  auto* begin = app.add_subcommand("beginning", "tells where the simulated clock has to begin");
  begin->add_option("folder", options.folder, "of the year")->required();
  auto* play = app.add_subcommand("play", "plays it, and reports in one line of JSON");
  play->add_option("folder", options.folder, "of the year")->required();
  AddPlayOptions(*play, options);
  CLI11_PARSE(app, argc, argv);
  return begin->parsed() ? TellBeginning(options) : PlayYear(options);
}

}  // namespace
}  // namespace redpeak::scenario

int main(int argc, char** argv) {
  try {
    return redpeak::scenario::Run(argc, argv);
  } catch (const std::exception& e) {
    std::cerr << "redpeak_scenario: " << e.what() << '\n';
    return 1;
  }
}
