#include "tests/scenario/pdf.h"

#include <array>
#include <cstdio>
#include <vector>

namespace redpeak::scenario {
namespace {

std::string Object(std::size_t number, const std::string& body) {
  return std::to_string(number) + " 0 obj\n" + body + "\nendobj\n";
}

// A line of the cross-reference table: exactly 20 bytes, by ISO 32000-1, 7.5.4.
std::string Reference(std::size_t offset) {
  std::array<char, 21> line{};
  std::snprintf(line.data(), line.size(), "%010zu 00000 n \n", offset);
  return line.data();
}

}  // namespace

std::string MakePdf(const std::string& text) {
  const auto page = "BT /F1 14 Tf 72 720 Td (" + text + ") Tj ET";
  const std::vector<std::string> bodies = {
      "<< /Type /Catalog /Pages 2 0 R >>",
      "<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
      "<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R "
      "/Resources << /Font << /F1 5 0 R >> >> >>",
      "<< /Length " + std::to_string(page.size()) + " >>\nstream\n" + page + "\nendstream",
      "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica >>",
  };
  std::string file = "%PDF-1.4\n";
  std::string table = "0000000000 65535 f \n";
  for (std::size_t i = 0; i < bodies.size(); ++i) {
    table += Reference(file.size());
    file += Object(i + 1, bodies[i]);
  }
  const auto size = std::to_string(bodies.size() + 1);
  const auto start = std::to_string(file.size());
  return file + "xref\n0 " + size + "\n" + table + "trailer\n<< /Size " + size +
         " /Root 1 0 R >>\nstartxref\n" + start + "\n%%EOF\n";
}

}  // namespace redpeak::scenario
