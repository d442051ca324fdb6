#include "clients/cli/terminal.h"

#include <sys/ioctl.h>
#include <termios.h>
#include <unistd.h>

#include <csignal>
#include <iostream>

#include "clients/cli/errors.h"

namespace redpeak::cli {
namespace {

termios g_shown;  // NOLINT: the signal handler has no other way to it

void ShowAgainAndDie(int signal) {
  tcsetattr(STDIN_FILENO, TCSANOW, &g_shown);
  std::signal(signal, SIG_DFL);
  std::raise(signal);
}

// The terminal does not show what is typed for as long as this lives.
class Hidden {
 public:
  Hidden() {
    tcgetattr(STDIN_FILENO, &g_shown);
    interrupt_ = std::signal(SIGINT, ShowAgainAndDie);
    auto hidden = g_shown;
    hidden.c_lflag &= ~static_cast<tcflag_t>(ECHO);
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &hidden);
  }
  ~Hidden() {
    tcsetattr(STDIN_FILENO, TCSAFLUSH, &g_shown);
    std::signal(SIGINT, interrupt_);
  }
  Hidden(const Hidden&) = delete;
  Hidden& operator=(const Hidden&) = delete;

 private:
  void (*interrupt_)(int);
};

bool IsYes(const std::string& answer) {
  return answer == "y" || answer == "Y" || answer == "yes" || answer == "是";
}

}  // namespace

bool InputIsTerminal() { return isatty(STDIN_FILENO) == 1; }
bool ErrorsAreOnTerminal() { return isatty(STDERR_FILENO) == 1; }

int OutputWidth() {
  winsize size{};
  if (isatty(STDOUT_FILENO) != 1 || ioctl(STDOUT_FILENO, TIOCGWINSZ, &size) != 0) return 0;
  return size.ws_col;
}

Result<std::string> AskSecret(const std::string& question) {
  if (!InputIsTerminal()) return TerminalMissing();
  std::cerr << question << " " << std::flush;
  std::string secret;
  {
    const Hidden hidden;
    std::getline(std::cin, secret);
  }
  std::cerr << "\n";
  return secret;
}

std::string AskLine(Context& context, const std::string& question) {
  if (!question.empty()) context.err << question << " " << std::flush;
  std::string line;
  std::getline(context.in, line);
  return line;
}

Result<void> Confirm(Context& context, const std::string& question) {
  if (!InputIsTerminal()) return ConfirmationMissing();
  if (!IsYes(AskLine(context, question))) return NotConfirmed();
  return {};
}

}  // namespace redpeak::cli
