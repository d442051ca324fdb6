#pragma once

#include <string>
#include <utility>
#include <vector>

// Tables and records as aligned text. `width` is the terminal's in columns; 0: lines may be of any
// length. No text is ever cut: what does not fit goes on in the next line.
namespace redpeak::cli {

struct Column {
  std::string heading;
  bool right = false;  // numbers stand under one another
  bool whole = false;  // never broken over lines, so that it can be copied
};

// A heading, a rule, a row after another; rows of fewer cells than columns are filled up.
std::string RenderTable(const std::vector<Column>& columns,
                        const std::vector<std::vector<std::string>>& rows, int width);

// A label and its value a line, the values under one another.
std::string RenderPairs(const std::vector<std::pair<std::string, std::string>>& pairs, int width);

// Every line of the text moved to the right.
std::string Indent(const std::string& text, int columns);

}  // namespace redpeak::cli
