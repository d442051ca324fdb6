#pragma once

#include <google/protobuf/message.h>

#include <functional>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "services/base/clock.h"
#include "services/base/status.h"
#include "services/gateway/http.h"
#include "services/gateway/methods.h"

// Sheets of any list method, by its descriptor: what is asked for, and its cells. Pure.
namespace redpeak::gateway {

inline constexpr int kSheetRowsMax = 200'000;

struct SheetColumn {
  std::vector<const google::protobuf::FieldDescriptor*> path{};  // from a row to what is shown
  std::string header{};
  std::map<std::string, std::string> labels{};  // what to show in place of a value
};

// A sheet that somebody asks for.
struct SheetOrder {
  const Method* method = nullptr;
  std::shared_ptr<google::protobuf::Message> request{};     // the next page's
  const google::protobuf::FieldDescriptor* rows = nullptr;  // of the answer
  std::vector<SheetColumn> columns{};
  std::string file{};  // its name, without .xlsx
  std::string zone{};  // of its times, e.g. Asia/Shanghai
  bool english = false;
};

// Reads /sheets/<package.Service>/<Method>?request=…&columns=…&labels=…&file=…&lang=…&zone=…;
// README.md says what each is. NOT_FOUND for what is no list; FIELD_INVALID.
Result<SheetOrder> ReadSheetOrder(const Methods& methods, const Request& request);

struct SheetCell {
  enum class Kind { kEmpty, kText, kNumber, kMoney, kTime };
  Kind kind = Kind::kEmpty;
  std::string text{};
  double number = 0;  // of kMoney, yuan
  Instant time{};
};

// The cells of one row, one a column. Repeated values are one text.
std::vector<SheetCell> CellsOf(const SheetOrder& order, const google::protobuf::Message& row);

// Takes an answer's page: calls `take` with each row, and sets the request of the next page. False:
// this was the last.
bool TakePage(SheetOrder& order, const google::protobuf::Message& page,
              const std::function<void(const google::protobuf::Message& row)>& take);

}  // namespace redpeak::gateway
