#pragma once

#include <google/protobuf/message.h>

#include <map>
#include <string>
#include <string_view>
#include <utility>
#include <vector>

#include "services/base/status.h"
#include "services/gateway/methods.h"

namespace redpeak::gateway {

enum class AddressKind { kData, kDownload, kUpload, kUploadState };

// Fields of a request, by name, and their values as text.
using Fields = std::map<std::string, std::string>;

// An address of its own that a method's proto declares, found for a path.
struct Found {
  const Method* method = nullptr;
  std::string rows{};  // of kData: the repeated field that makes the rows of a table
  Fields fields{};     // that the path fills
};

// The addresses of redpeak.options.v1.Address.
class Addresses {
 public:
  explicit Addresses(const Methods& methods);

  // `path` as sent, percent-encoded. False: no method has it.
  bool Find(AddressKind kind, std::string_view path, Found& found) const;
  // Some method that everybody may read a table of, to see whether the services work. May be null.
  const Method* probe() const { return probe_; }

 private:
  struct Segment {
    bool any = false;
    std::string text{};      // of one that is not any
    std::string variable{};  // the field that it belongs to, or empty
  };
  struct Entry {
    AddressKind kind;
    const Method* method;
    std::string rows;
    std::vector<Segment> segments;
  };
  static std::vector<Segment> Parse(std::string_view pattern);
  static bool Match(const Entry& entry, const std::vector<std::string>& path, Fields& fields);

  std::vector<Entry> entries_;
  const Method* probe_ = nullptr;
};

// Sets scalar fields from texts. FIELD_INVALID for one that the message has not, or that does not
// fit.
Result<void> Fill(const Fields& fields, google::protobuf::Message& message);

}  // namespace redpeak::gateway
