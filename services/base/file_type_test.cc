#include "services/base/file_type.h"

#include <gtest/gtest.h>

#include <array>
#include <thread>

namespace redpeak {
namespace {

using namespace std::string_view_literals;

constexpr std::string_view kPdf = "%PDF-1.7\n%\xe2\xe3\xcf\xd3\n1 0 obj\n<<>>\nendobj\n"sv;
constexpr std::string_view kPng =
    "\x89PNG\r\n\x1a\n\0\0\0\x0dIHDR\0\0\0\x01\0\0\0\x01\x08\x06\0\0\0"sv;
constexpr std::string_view kJpeg = "\xff\xd8\xff\xe0\0\x10JFIF\0\x01\x01\0\0\x01\0\x01\0\0"sv;

TEST(FileTypeTest, WhatMayBeAttachedIsKnown) {
  EXPECT_EQ(MediaTypeOf(kPdf), "application/pdf");
  EXPECT_EQ(MediaTypeOf(kPng), "image/png");
  EXPECT_EQ(MediaTypeOf(kJpeg), "image/jpeg");
}

TEST(FileTypeTest, OtherFilesAreSomethingElse) {
  for (const std::string_view other :
       {""sv, "\0"sv, "%PD"sv, "PDF-1.7"sv, "MZ\x90\0\x03"sv, "\177ELF\x02\x01\x01"sv,
        "PK\x03\x04\x14\0"sv, "<!DOCTYPE html><script>alert(1)</script>"sv, "#!/bin/sh\n"sv,
        "plain text"sv, "\xff\xd8"sv}) {
    const std::string type = MediaTypeOf(other);
    EXPECT_TRUE(type != "application/pdf" && type != "image/png" && type != "image/jpeg") << type;
  }
}

TEST(FileTypeTest, ABigFileIsJudgedByItsBeginning) {
  EXPECT_EQ(MediaTypeOf(std::string(kPng) + std::string(1 << 20, 'x')), "image/png");
}

TEST(FileTypeTest, ManyThreadsMayAsk) {
  std::array<std::jthread, 4> threads;
  for (std::jthread& thread : threads) {
    thread = std::jthread([] {
      for (int i = 0; i < 50; ++i) EXPECT_EQ(MediaTypeOf(kPdf), "application/pdf");
    });
  }
}

}  // namespace
}  // namespace redpeak
