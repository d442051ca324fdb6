#pragma once

#include <google/protobuf/descriptor.h>
#include <google/protobuf/message.h>

#include <memory>
#include <string>
#include <string_view>
#include <vector>

#include "clients/cli/catalog.h"

// What the API offers, by the descriptors that are linked in.
namespace redpeak::cli {

// From a message to a field in it, e.g. {call, opens_at}.
using FieldPath = std::vector<const google::protobuf::FieldDescriptor*>;

// All services of the API, in the order of `redpeak rpc --list`.
const std::vector<const google::protobuf::ServiceDescriptor*>& Services();

// The method of "redpeak.review.v1.ReviewService/SubmitReview", "ReviewService/SubmitReview" or
// "review/SubmitReview"; null where there is none.
const google::protobuf::MethodDescriptor* FindMethod(std::string_view name);

// Whether calling it may change something.
bool IsMutation(const google::protobuf::MethodDescriptor& method);

// Whether only other services of the system may call it.
bool IsInternal(const google::protobuf::MethodDescriptor& method);

// The field of "call.opens_at", or an empty path.
FieldPath FindPath(const google::protobuf::Descriptor& type, std::string_view dotted);

std::unique_ptr<google::protobuf::Message> NewMessage(const google::protobuf::Descriptor& type);

// The names of an enum's values without the one that says nothing, "A | B | C".
std::string ValuesOf(const google::protobuf::EnumDescriptor& type);

// The descriptors of google.protobuf's own messages, which have a text form of their own.
bool IsTimestamp(const google::protobuf::FieldDescriptor& field);
bool IsDuration(const google::protobuf::FieldDescriptor& field);
bool IsFieldMask(const google::protobuf::FieldDescriptor& field);
// A message of this system.
bool IsOwnMessage(const google::protobuf::FieldDescriptor& field);

// What the field is called in the user's language: "field/<its message>.<it>" before "field/<it>".
std::string LabelOf(const Catalog& catalog, const google::protobuf::FieldDescriptor& field);

// What an enum's value is called in the user's language.
std::string LabelOf(const Catalog& catalog, const google::protobuf::EnumValueDescriptor& value);

}  // namespace redpeak::cli
