#pragma once

#include <memory>
#include <string>
#include <vector>

#include "services/base/status.h"
#include "services/gateway/http.h"
#include "services/gateway/sheet.h"

namespace redpeak::gateway {

// An xlsx file under way, written row by row in constant memory. Texts are written as texts, never
// as formulas.
class SheetFile {
 public:
  // Throws std::runtime_error if no temporary file can be made.
  explicit SheetFile(const SheetOrder& order);
  ~SheetFile();

  void AddRow(const std::vector<SheetCell>& cells);
  int rows() const { return rows_; }

  // Completes the file and gives it as an answer; nothing can be added then.
  Response Finish(const SheetOrder& order);

 private:
  struct Book;
  std::unique_ptr<Book> book_;
  int rows_ = 0;  // without the header
};

}  // namespace redpeak::gateway
