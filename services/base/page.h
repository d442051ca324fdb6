#pragma once

#include <google/protobuf/message.h>

#include <string>
#include <string_view>
#include <vector>

#include "services/base/status.h"

namespace redpeak {

inline constexpr int kPageSizeDefault = 50;
inline constexpr int kPageSizeMax = 1000;

// A page of a list in key order: how many rows to read, and the key of the last row before them.
struct Page {
  int size = kPageSizeDefault;
  std::vector<std::string> after;  // the columns of that key; empty on the first page

  // A column of that key; empty on the first page, and where a forged token holds fewer.
  std::string Key(size_t column) const {
    return column < after.size() ? after[column] : std::string();
  }
};

// Reads `page_size` and `page_token` of a list request. The token carries a checksum of the
// request's other fields. INVALID_ARGUMENT: FIELD_INVALID for a negative or too large size;
// PAGE_TOKEN_INVALID.
Result<Page> ReadPage(const google::protobuf::Message& request);

// The token that continues `request` after the row with this key.
std::string MakePageToken(const google::protobuf::Message& request,
                          const std::vector<std::string>& key);

}  // namespace redpeak
