#include "services/gateway/gzip.h"

#include <zlib.h>

#include <algorithm>
#include <stdexcept>

namespace redpeak::gateway {
namespace {

constexpr int kGzipWindow = 15 + 16;  // 16: with gzip's header
constexpr int kFast = 2;              // answers are made once each
constexpr size_t kStep = 16 << 10;

Bytef* In(std::string_view bytes) {
  return reinterpret_cast<Bytef*>(const_cast<char*>(bytes.data()));
}
Bytef* Out(std::string& bytes, size_t at) { return reinterpret_cast<Bytef*>(bytes.data() + at); }

}  // namespace

std::string Gzip(std::string_view bytes) {
  z_stream stream{};
  if (deflateInit2(&stream, kFast, Z_DEFLATED, kGzipWindow, 8, Z_DEFAULT_STRATEGY) != Z_OK) {
    throw std::runtime_error("zlib has no memory");
  }
  std::string out(deflateBound(&stream, bytes.size()), '\0');
  stream.next_in = In(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  stream.next_out = Out(out, 0);
  stream.avail_out = static_cast<uInt>(out.size());
  deflate(&stream, Z_FINISH);
  out.resize(stream.total_out);
  deflateEnd(&stream);
  return out;
}

std::optional<std::string> Gunzip(std::string_view bytes, size_t bytes_max) {
  z_stream stream{};
  if (inflateInit2(&stream, kGzipWindow) != Z_OK) throw std::runtime_error("zlib has no memory");
  stream.next_in = In(bytes);
  stream.avail_in = static_cast<uInt>(bytes.size());
  std::string out;
  int state = Z_OK;
  while (state == Z_OK && out.size() <= bytes_max) {
    const size_t had = out.size();
    out.resize(had + kStep);
    stream.next_out = Out(out, had);
    stream.avail_out = kStep;
    state = inflate(&stream, Z_NO_FLUSH);
    out.resize(out.size() - stream.avail_out);
    if (state == Z_OK && stream.avail_in == 0 && stream.avail_out > 0) break;  // cut short
  }
  const bool whole = state == Z_STREAM_END && stream.avail_in == 0 && out.size() <= bytes_max;
  inflateEnd(&stream);
  if (!whole) return std::nullopt;
  return out;
}

}  // namespace redpeak::gateway
