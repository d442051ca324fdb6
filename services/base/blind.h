#pragma once

#include <google/protobuf/message.h>

#include <initializer_list>

#include "redpeak/options/v1/options.pb.h"
#include "services/base/caller.h"

namespace redpeak {

using options::v1::Audience;

// What a caller is to a thing: any of the audiences, or none.
class Audiences {
 public:
  Audiences() = default;
  Audiences(std::initializer_list<Audience> audiences) {
    for (const auto audience : audiences) Add(audience);
  }
  void Add(Audience audience) { bits_ |= 1U << static_cast<unsigned>(audience); }
  bool Contains(Audience audience) const { return (bits_ >> static_cast<unsigned>(audience)) & 1U; }
  bool empty() const { return bits_ == 0; }

 private:
  unsigned bits_ = 0;
};

// Decides what a caller is to the thing that `message` tells of. It gets the message whole.
using AudienceRule = Audiences (*)(const Caller& caller, const google::protobuf::Message& message);

// Sets the rule for a message type. Call it before serving, once a type.
void SetAudienceRule(const google::protobuf::Descriptor& type, AudienceRule rule);

template <typename Message, Audiences (*rule)(const Caller&, const Message&)>
void SetAudienceRule() {
  SetAudienceRule(*Message::descriptor(),
                  [](const Caller& caller, const google::protobuf::Message& message) {
                    return rule(caller, static_cast<const Message&>(message));
                  });
}

// Whether the type, or one inside it, has a field that not everybody may see.
bool HasBlindFields(const google::protobuf::Descriptor& type);

// Clears, in the message and in all inside it, the fields that `seen_by` keeps from this caller. A
// type with such fields and no rule goes by what the caller is to the message around it; outermost
// it loses all of them. Other services are a PEER to everything.
void HideFrom(const Caller& caller, google::protobuf::Message& message);

}  // namespace redpeak
