#include "clients/cli/table.h"

#include <algorithm>
#include <numeric>

#include "clients/cli/width.h"

namespace redpeak::cli {
namespace {

constexpr int kGap = 2;
constexpr int kNarrowest = 8;  // a column is not made narrower than this to fit a terminal

using Row = std::vector<std::string>;

std::vector<int> NaturalWidths(const std::vector<Column>& columns, const std::vector<Row>& rows) {
  std::vector<int> widths;
  for (size_t i = 0; i < columns.size(); ++i) {
    auto widest = Width(columns[i].heading);
    for (const auto& row : rows) {
      if (i >= row.size()) continue;
      for (const auto& line : Wrap(row[i], 0)) widest = std::max(widest, Width(line));
    }
    widths.push_back(widest);
  }
  return widths;
}

// The widest column that may still be narrowed, or -1.
int WidestToNarrow(const std::vector<Column>& columns, const std::vector<int>& widths) {
  int widest = -1;
  for (size_t i = 0; i < columns.size(); ++i) {
    if (columns[i].whole || widths[i] <= kNarrowest) continue;
    if (widest < 0 || widths[i] > widths[static_cast<size_t>(widest)]) widest = static_cast<int>(i);
  }
  return widest;
}

std::vector<int> FitWidths(const std::vector<Column>& columns, const std::vector<Row>& rows,
                           int width) {
  auto widths = NaturalWidths(columns, rows);
  if (width == 0) return widths;
  auto total =
      std::accumulate(widths.begin(), widths.end(), kGap * static_cast<int>(widths.size() - 1));
  for (; total > width; --total) {
    const auto widest = WidestToNarrow(columns, widths);
    if (widest < 0) break;
    --widths[static_cast<size_t>(widest)];
  }
  return widths;
}

std::string TrimRight(std::string line) {
  line.erase(line.find_last_not_of(' ') + 1);
  return line;
}

std::string RenderRow(const std::vector<Column>& columns, const std::vector<int>& widths,
                      const Row& row) {
  std::vector<std::vector<std::string>> cells;
  size_t height = 1;
  for (size_t i = 0; i < columns.size(); ++i) {
    const auto limit = columns[i].whole ? 0 : widths[i];
    cells.push_back(i < row.size() ? Wrap(row[i], limit) : Row{""});
    height = std::max(height, cells.back().size());
  }
  std::string text;
  for (size_t line = 0; line < height; ++line) {
    std::string joined;
    for (size_t i = 0; i < columns.size(); ++i) {
      const auto& cell = line < cells[i].size() ? cells[i][line] : std::string();
      if (i > 0) joined.append(kGap, ' ');
      joined += columns[i].right ? PadLeft(cell, widths[i]) : PadRight(cell, widths[i]);
    }
    text += TrimRight(std::move(joined)) + "\n";
  }
  return text;
}

}  // namespace

std::string RenderTable(const std::vector<Column>& columns, const std::vector<Row>& rows,
                        int width) {
  if (columns.empty()) return {};
  const auto widths = FitWidths(columns, rows, width);
  Row headings;
  Row rule;
  for (size_t i = 0; i < columns.size(); ++i) {
    headings.push_back(columns[i].heading);
    rule.emplace_back(static_cast<size_t>(widths[i]), '-');
  }
  auto text = RenderRow(columns, widths, headings) + RenderRow(columns, widths, rule);
  for (const auto& row : rows) text += RenderRow(columns, widths, row);
  return text;
}

std::string RenderPairs(const std::vector<std::pair<std::string, std::string>>& pairs, int width) {
  int label_width = 0;
  for (const auto& [label, value] : pairs) label_width = std::max(label_width, Width(label));
  const auto value_width = width == 0 ? 0 : std::max(width - label_width - kGap, kNarrowest * 2);
  std::string text;
  for (const auto& [label, value] : pairs) {
    auto start = PadRight(label, label_width + kGap);
    for (const auto& line : Wrap(value, value_width)) {
      text += TrimRight(start + line) + "\n";
      start.assign(static_cast<size_t>(label_width + kGap), ' ');
    }
  }
  return text;
}

std::string Indent(const std::string& text, int columns) {
  std::string indented;
  for (size_t at = 0; at < text.size();) {
    const auto end = std::min(text.find('\n', at), text.size());
    if (end > at) indented.append(static_cast<size_t>(columns), ' ');
    indented += text.substr(at, end - at) + "\n";
    at = end + 1;
  }
  return indented;
}

}  // namespace redpeak::cli
