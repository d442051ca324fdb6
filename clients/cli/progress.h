#pragma once

#include <condition_variable>
#include <cstdint>
#include <mutex>
#include <string>
#include <thread>

#include "clients/cli/context.h"

// How far something long is, on a terminal only: nothing is written where errors go to a file.
namespace redpeak::cli {

// A bar over a known number of bytes.
class ProgressBar {
 public:
  ProgressBar(Context& context, std::string label, int64_t bytes_total);
  // Ends the line.
  ~ProgressBar();
  ProgressBar(const ProgressBar&) = delete;
  ProgressBar& operator=(const ProgressBar&) = delete;

  void Set(int64_t bytes);

 private:
  Context& context_;
  std::string label_;
  int64_t total_;
  int shown_percent_ = -1;
  bool visible_;
};

// A bar that moves to and fro with the seconds gone, while one call is answered.
class Waiting {
 public:
  Waiting(Context& context, std::string label);
  // Takes the line away.
  ~Waiting();
  Waiting(const Waiting&) = delete;
  Waiting& operator=(const Waiting&) = delete;

 private:
  void Run(const std::stop_token& stop);

  Context& context_;
  std::string label_;
  std::mutex mutex_;
  std::condition_variable_any stopped_;
  std::jthread thread_;  // last: it uses what is above
};

// "[##########          ]" with `width` places of which `done` of `total` are filled.
std::string Bar(int64_t done, int64_t total, int width);

}  // namespace redpeak::cli
