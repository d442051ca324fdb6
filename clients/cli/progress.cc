#include "clients/cli/progress.h"

#include <algorithm>
#include <chrono>

#include "clients/cli/terminal.h"

namespace redpeak::cli {
namespace {

constexpr int kBarWidth = 30;
constexpr auto kTick = std::chrono::milliseconds(100);
constexpr int kTicksPerSecond = 10;
constexpr char kClearLine[] = "\r\033[K";

}  // namespace

std::string Bar(int64_t done, int64_t total, int width) {
  const auto filled = total <= 0 ? width : std::clamp<int64_t>(done * width / total, 0, width);
  return "[" + std::string(static_cast<size_t>(filled), '#') +
         std::string(static_cast<size_t>(width - filled), ' ') + "]";
}

ProgressBar::ProgressBar(Context& context, std::string label, int64_t bytes_total)
    : context_(context),
      label_(std::move(label)),
      total_(bytes_total),
      visible_(ErrorsAreOnTerminal()) {
  Set(0);
}

ProgressBar::~ProgressBar() {
  if (visible_) context_.err << "\n";
}

void ProgressBar::Set(int64_t bytes) {
  const auto percent = total_ <= 0 ? 100 : static_cast<int>(bytes * 100 / total_);
  if (!visible_ || percent == shown_percent_) return;
  shown_percent_ = percent;
  context_.err << kClearLine << label_ << " " << Bar(bytes, total_, kBarWidth) << " " << percent
               << "%" << std::flush;
}

Waiting::Waiting(Context& context, std::string label)
    : context_(context), label_(std::move(label)) {
  if (!ErrorsAreOnTerminal()) return;
  thread_ = std::jthread([this](const std::stop_token& stop) { Run(stop); });
}

Waiting::~Waiting() {
  if (!thread_.joinable()) return;
  thread_.request_stop();
  thread_.join();
  context_.err << kClearLine << std::flush;
}

void Waiting::Run(const std::stop_token& stop) {
  std::unique_lock lock(mutex_);
  for (int tick = 0; !stop.stop_requested(); ++tick) {
    const auto place = tick % (2 * kBarWidth);
    auto bar = Bar(0, 1, kBarWidth);
    bar[static_cast<size_t>(1 + std::min(place, 2 * kBarWidth - 1 - place))] = '#';
    context_.err << kClearLine << label_ << " " << bar << " " << tick / kTicksPerSecond << " s"
                 << std::flush;
    stopped_.wait_for(lock, stop, kTick, [] { return false; });
  }
}

}  // namespace redpeak::cli
