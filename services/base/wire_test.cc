#include "services/base/wire.h"

#include <gmock/gmock.h>

#include "redpeak/calls/v1/calls_service.pb.h"
#include "services/base/errors.h"

namespace redpeak {
namespace {

TEST(Wire, CarriesAnErrorThereAndBack) {
  const Error sent{Code::kInvalidArgument,
                   "FIELD_INVALID",
                   "two fields are wrong",
                   {{"name", "calls/1"}},
                   {{"call.title", "TOO_LONG", "80", "at most 80 characters"},
                    {"call.year", "REQUIRED", "", "must be given"}}};
  const auto back = FromGrpc(ToGrpc(sent));
  EXPECT_EQ(back.code, sent.code);
  EXPECT_EQ(back.reason, sent.reason);
  EXPECT_EQ(back.metadata, sent.metadata);
  ASSERT_EQ(back.violations.size(), 2U);
  EXPECT_EQ(back.violations[0].limit, "80");
  EXPECT_EQ(back.violations[1].rule, "REQUIRED");
}

TEST(Wire, KeepsInternalTextInside) {
  const auto status = ToGrpc(Internal("password=secret at line 7").value());
  EXPECT_EQ(status.error_message(), "internal error");
  EXPECT_EQ(status.error_details().find("secret"), std::string::npos);
}

TEST(Wire, NormalisesTextsOnTheWayIn) {
  calls::v1::CreateCallRequest request;
  request.mutable_call()->set_title("e\xcc\x81t\xc3\xa9\r\nx");  // e with a combining accent
  request.mutable_call()->add_categories()->set_display_name("e\xcc\x81");
  calls::v1::CreateCallRequest decoded;
  ASSERT_TRUE(Decode(Encode(request), decoded));
  EXPECT_EQ(decoded.call().title(), "\xc3\xa9t\xc3\xa9\nx");
  EXPECT_EQ(decoded.call().categories(0).display_name(), "\xc3\xa9");
}

TEST(Wire, NamesADeepFieldThatIsNotUtf8) {
  // CreateCallRequest.call (2) . categories (9) . display_name (2) of one byte 0xff
  const std::string bytes("\x12\x05\x4a\x03\x12\x01\xff", 7);
  const grpc::Slice slice(bytes);
  calls::v1::CreateCallRequest request;
  const auto decoded = Decode(grpc::ByteBuffer(&slice, 1), request);
  ASSERT_FALSE(decoded);
  EXPECT_EQ(decoded.error().violations.at(0).field, "call.categories.display_name");
}

}  // namespace
}  // namespace redpeak
