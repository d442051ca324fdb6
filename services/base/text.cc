#include "services/base/text.h"

#include <unicode/bytestream.h>
#include <unicode/normalizer2.h>
#include <unicode/stringpiece.h>
#include <unicode/uchar.h>
#include <unicode/utf8.h>

#include <algorithm>
#include <cstdint>
#include <stdexcept>

namespace redpeak {
namespace {

using Instance = const icu::Normalizer2* (*)(UErrorCode&);

std::string Normalized(Instance instance, std::string_view text) {
  UErrorCode status = U_ZERO_ERROR;
  std::string normalized;
  icu::StringByteSink<std::string> sink(&normalized, static_cast<std::int32_t>(text.size()));
  const icu::Normalizer2* normalizer = instance(status);
  if (U_SUCCESS(status) != 0) {
    normalizer->normalizeUTF8(0, icu::StringPiece(text), sink, nullptr, status);
  }
  if (U_FAILURE(status) != 0) throw std::runtime_error(u_errorName(status));
  return normalized;
}

bool IsHidden(UChar32 character) {
  if (character == '\n' || character == '\t') return false;
  return u_charType(character) == U_CONTROL_CHAR ||
         u_hasBinaryProperty(character, UCHAR_BIDI_CONTROL) != 0;
}

bool IsSpace(UChar32 character) { return u_isUWhiteSpace(character) != 0; }

// The character that begins at offset, which is moved behind it; negative where the text is
// malformed.
UChar32 Next(std::string_view text, std::size_t& offset) {
  const auto* bytes = reinterpret_cast<const std::uint8_t*>(text.data());
  UChar32 character = 0;
  U8_NEXT(bytes, offset, text.size(), character);
  return character;
}

}  // namespace

bool IsValidUtf8(std::string_view text) {
  for (std::size_t offset = 0; offset < text.size();) {
    if (Next(text, offset) < 0) return false;
  }
  return true;
}

std::string Nfc(std::string_view text) {
  std::string visible;  // dropped first, since what a dropped character kept apart may now compose
  visible.reserve(text.size());
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t begin = offset;
    const UChar32 character = Next(text, offset);
    if (character < 0) {
      visible += "\uFFFD";
    } else if (!IsHidden(character)) {
      visible += text.substr(begin, offset - begin);
    }
  }
  return Normalized(&icu::Normalizer2::getNFCInstance, visible);
}

std::string Trim(std::string_view text) {
  std::size_t begin = text.size();  // of the first character that is no space
  std::size_t end = 0;              // behind the last one
  for (std::size_t offset = 0; offset < text.size();) {
    const std::size_t here = offset;
    if (IsSpace(Next(text, offset))) continue;
    begin = std::min(begin, here);
    end = offset;
  }
  return begin < end ? std::string(text.substr(begin, end - begin)) : "";
}

std::size_t CodePoints(std::string_view text) {
  std::size_t count = 0;
  for (std::size_t offset = 0; offset < text.size(); ++count) Next(text, offset);
  return count;
}

std::string Fold(std::string_view text) {
  return Normalized(&icu::Normalizer2::getNFKCCasefoldInstance, text);
}

}  // namespace redpeak
