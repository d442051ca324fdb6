#include "tests/load/report.h"

#include <cstdio>
#include <fstream>
#include <nlohmann/json.hpp>

namespace redpeak::load {
namespace {

// What the goal speaks of.
double Judged(const Figure& figure) {
  return figure.yardstick > 0 ? figure.value / figure.yardstick : figure.value;
}

bool Reached(const Figure& figure) {
  return figure.at_most ? Judged(figure) <= figure.goal : Judged(figure) >= figure.goal;
}

std::string Verdict(const Figure& figure) {
  if (figure.goal <= 0) return "";
  char text[64];
  std::snprintf(text, sizeof text, "%s %s %.4g", Reached(figure) ? "yes" : "NO",
                figure.at_most ? "<=" : ">=", figure.goal);
  return text;
}

}  // namespace

void Report::Add(Figure figure) {
  std::fprintf(stderr, "  %-48s %12.4g %s\n", figure.name.c_str(), figure.value,
               figure.unit.c_str());
  figures_.push_back(std::move(figure));
}

void Report::Print() const {
  std::printf("%-44s %11s %-8s %11s %-24s %7s  %s\n", "name", "value", "unit", "yardstick",
              "against", "ratio", "goal");
  for (const auto& figure : figures_) {
    std::printf("%-44s %11.4g %-8s ", figure.name.c_str(), figure.value, figure.unit.c_str());
    if (figure.yardstick > 0) {
      std::printf("%11.4g %-24s %7.2f", figure.yardstick, figure.against.c_str(),
                  figure.value / figure.yardstick);
    } else {
      std::printf("%11s %-24s %7s", "", "", "");
    }
    std::printf("  %s\n", Verdict(figure).c_str());
  }
}

void Report::Write(const std::string& path) const {
  auto json = nlohmann::json::array();
  for (const auto& figure : figures_) {
    json.push_back({{"name", figure.name}, {"value", figure.value}, {"unit", figure.unit}});
    if (figure.yardstick > 0) {
      json.back()["yardstick"] = figure.yardstick;
      json.back()["against"] = figure.against;
      json.back()["ratio"] = figure.value / figure.yardstick;
    }
    if (figure.goal > 0) {
      json.back()["goal"] = figure.goal;
      json.back()["reached"] = Reached(figure);
    }
  }
  std::ofstream(path) << json.dump(1) << '\n';
}

}  // namespace redpeak::load
