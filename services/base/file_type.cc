#include "services/base/file_type.h"

#include <magic.h>

#include <memory>
#include <mutex>
#include <stdexcept>
#include <type_traits>

namespace redpeak {
namespace {

// Of libmagic only its table of signatures is used: its parsers of archives, text and office files
// would run over what strangers upload, and tell nothing that is needed here.
constexpr int kFlags = MAGIC_MIME_TYPE | MAGIC_NO_CHECK_BUILTIN;

struct Close {
  void operator()(magic_t table) const { magic_close(table); }
};
using Table = std::unique_ptr<std::remove_pointer_t<magic_t>, Close>;

Table LoadTable() {
  Table table(magic_open(kFlags));
  if (table == nullptr || magic_load(table.get(), nullptr) != 0) {
    throw std::runtime_error("libmagic cannot load its table");
  }
  return table;
}

}  // namespace

std::string MediaTypeOf(std::string_view first_bytes) {
  static std::mutex mutex;  // a libmagic handle serves one thread at a time
  const std::lock_guard lock(mutex);
  static const Table table = LoadTable();
  const std::string_view looked_at = first_bytes.substr(0, kFileTypeBytes);
  const char* type = magic_buffer(table.get(), looked_at.data(), looked_at.size());
  if (type == nullptr) throw std::runtime_error("libmagic failed");
  return type;
}

}  // namespace redpeak
