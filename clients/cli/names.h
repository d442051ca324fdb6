#pragma once

#include <google/protobuf/descriptor.h>

#include <string>
#include <string_view>

// Names of resources as people write them: without the words that go without saying. A pattern such
// as "submissions/*/reviews/*" tells which those are.
namespace redpeak::cli {

// "calls/2022" of "2022" by "calls/*". What has as many parts as the pattern, or does not fit it,
// is left as it is.
std::string Expand(std::string_view pattern, const std::string& name);

// "2022" of "calls/2022", "s1/r1" of "submissions/s1/reviews/r1"; anything but a resource's name is
// left as it is.
std::string Shorten(const std::string& name);

// The pattern of the names that the field refers to by what it is called ("call" → "calls/*"), or
// empty where it refers to none. A field called "name" says nothing of its pattern.
std::string_view PatternOf(const google::protobuf::FieldDescriptor& field);

// Whether the field is the message's own name, or another's.
bool HoldsName(const google::protobuf::FieldDescriptor& field);

}  // namespace redpeak::cli
