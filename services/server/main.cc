// redpeakd: the server and what goes with running it.
#include <pthread.h>

#include <csignal>
#include <iostream>

#include "services/base/log.h"
#include "services/identity/bootstrap_handlers.h"
#include "services/server/migrations.h"
#include "services/server/options.h"
#include "services/server/secrets.h"
#include "services/server/server.h"
#include "services/server/services.h"

namespace {

using redpeak::server::Config;

int Fail(const redpeak::Error& error) {
  std::cerr << "redpeakd: " << error.message << '\n';
  return 1;
}

int Serve(const Config& config) {
  // Blocked before any thread starts, so that only sigwait below takes them.
  sigset_t signals;
  sigemptyset(&signals);
  sigaddset(&signals, SIGTERM);
  sigaddset(&signals, SIGINT);
  pthread_sigmask(SIG_BLOCK, &signals, nullptr);
  std::signal(SIGPIPE, SIG_IGN);
  auto server = redpeak::server::Server::Start(config);
  if (!server) return Fail(server.error());
  redpeak::Log(redpeak::LogLevel::kInfo, "serving", {{"port", std::to_string((*server)->port())}});
  if ((*server)->web_port() != 0) std::cout << "web on port " << (*server)->web_port() << '\n';
  std::cout << "listening on port " << (*server)->port() << std::endl;
  int signal = 0;
  sigwait(&signals, &signal);
  redpeak::Log(redpeak::LogLevel::kInfo, "stopping");
  (*server)->Shutdown();
  return 0;
}

int Check(const Config& config) {
  const auto checked = redpeak::server::CheckConfig(config);
  if (checked) return std::cout << "the configuration is right\n", 0;
  for (const auto& violation : checked.error().violations) {
    std::cerr << violation.field << ": " << violation.description << '\n';
  }
  return 1;
}

int Migrate(const std::string& database) {
  const auto count = redpeak::server::Migrate(database);
  if (!count) return Fail(count.error());
  std::cout << *count << " migrations applied\n";
  return 0;
}

// The password comes by standard input: a command line can be read by every user of the machine.
int CreateAdministrator(const std::string& database, redpeak::identity::FirstAdministrator given) {
  std::getline(std::cin, given.password);
  redpeak::Pool pool(redpeak::server::DsnOf(database, "identity"), 1);
  redpeak::IdSource ids;
  const auto now = redpeak::SystemClock().Now();
  const auto made = redpeak::identity::CreateFirstAdministrator(pool, given, now, ids);
  if (!made) return Fail(made.error());
  std::cout << "made the administrator " << made->login() << '\n';
  return 0;
}

int List() {
  for (const auto& service : redpeak::server::AllServices()) {
    std::cout << service.name;
    for (const auto& need : service.needs) std::cout << ' ' << need;
    std::cout << '\n';
  }
  return 0;
}

}  // namespace

int main(int argc, char** argv) {
  CLI::App app("redpeakd, the server of Redpeak");
  app.set_version_flag("--version", REDPEAK_VERSION);
  app.require_subcommand(1);
  Config config;
  std::string owner = "dbname=redpeak";
  auto* serve = app.add_subcommand("serve", "answers calls until SIGTERM");
  redpeak::server::AddOptions(*serve, config);
  auto* check = app.add_subcommand("check-config", "says what is wrong with the settings of serve");
  redpeak::server::AddOptions(*check, config);
  auto* migrate = app.add_subcommand("migrate", "brings the database's schema up to date");
  migrate->add_option("--database", owner, "libpq connection settings of the schemas' owner")
      ->envname("REDPEAK_OWNER_DATABASE");
  redpeak::identity::FirstAdministrator administrator;
  auto* create = app.add_subcommand("create-administrator",
                                    "makes the first account; its password is read from input");
  create->add_option("--database", config.database, "as for serve")->envname("REDPEAK_DATABASE");
  create->add_option("--login", administrator.login, "an e-mail address")->required();
  create->add_option("--name", administrator.display_name, "as others see it")->required();
  app.add_subcommand("list-services", "names each service and those that it asks");
  app.add_subcommand("make-secrets", "prints a new secrets file");
  CLI11_PARSE(app, argc, argv);
  if (serve->parsed()) return Serve(config);
  if (check->parsed()) return Check(config);
  if (migrate->parsed()) return Migrate(owner);
  if (create->parsed()) return CreateAdministrator(config.database, administrator);
  if (app.got_subcommand("list-services")) return List();
  std::cout << redpeak::server::FormatSecrets(redpeak::server::MakeSecrets());
  return 0;
}
