#include "services/base/blind.h"

#include <map>
#include <mutex>
#include <set>
#include <shared_mutex>
#include <vector>

namespace redpeak {
namespace {

using google::protobuf::Descriptor;
using google::protobuf::FieldDescriptor;
using google::protobuf::Message;

std::map<const Descriptor*, AudienceRule>& Rules() {
  static std::map<const Descriptor*, AudienceRule> rules;
  return rules;
}

bool IsBlind(const FieldDescriptor& field) {
  return field.options().ExtensionSize(options::v1::seen_by) > 0;
}

bool FindBlindFields(const Descriptor& type, std::set<const Descriptor*>& seen) {
  if (!seen.insert(&type).second) return false;
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (IsBlind(field)) return true;
    if (field.message_type() != nullptr && FindBlindFields(*field.message_type(), seen))
      return true;
  }
  return false;
}

// Whether the type itself has one, apart from what is inside it.
bool HasOwnBlindFields(const Descriptor& type) {
  for (int i = 0; i < type.field_count(); ++i) {
    if (IsBlind(*type.field(i))) return true;
  }
  return false;
}

bool MaySee(const FieldDescriptor& field, const Audiences& audiences) {
  const int count = field.options().ExtensionSize(options::v1::seen_by);
  for (int i = 0; i < count; ++i) {
    if (audiences.Contains(field.options().GetExtension(options::v1::seen_by, i))) return true;
  }
  return count == 0;
}

// `around` is what the caller is to the message around this one.
Audiences AudiencesOf(const Caller& caller, const Message& message, Audiences around) {
  if (caller.is_service()) return {Audience::PEER};
  const auto rule = Rules().find(message.GetDescriptor());
  return rule == Rules().end() ? around : rule->second(caller, message);
}

void Hide(const Caller& caller, Message& message, Audiences around);

void HideInside(const Caller& caller, Message& message, const FieldDescriptor& field,
                Audiences audiences) {
  const auto* reflection = message.GetReflection();
  if (!field.is_repeated()) {
    if (reflection->HasField(message, &field)) {
      Hide(caller, *reflection->MutableMessage(&message, &field), audiences);
    }
    return;
  }
  for (int i = 0; i < reflection->FieldSize(message, &field); ++i) {
    Hide(caller, *reflection->MutableRepeatedMessage(&message, &field, i), audiences);
  }
}

void Hide(const Caller& caller, Message& message, Audiences around) {
  const auto& type = *message.GetDescriptor();
  if (!HasBlindFields(type)) return;
  const auto audiences = HasOwnBlindFields(type) ? AudiencesOf(caller, message, around) : around;
  for (int i = 0; i < type.field_count(); ++i) {
    const auto& field = *type.field(i);
    if (!MaySee(field, audiences)) {
      message.GetReflection()->ClearField(&message, &field);
    } else if (field.message_type() != nullptr && HasBlindFields(*field.message_type())) {
      HideInside(caller, message, field, audiences);
    }
  }
}

}  // namespace

void SetAudienceRule(const Descriptor& type, AudienceRule rule) { Rules()[&type] = rule; }

bool HasBlindFields(const Descriptor& type) {
  static std::shared_mutex mutex;
  static std::map<const Descriptor*, bool> known;
  {
    std::shared_lock lock(mutex);
    if (const auto it = known.find(&type); it != known.end()) return it->second;
  }
  std::set<const Descriptor*> seen;
  const bool found = FindBlindFields(type, seen);
  std::unique_lock lock(mutex);
  return known[&type] = found;
}

void HideFrom(const Caller& caller, Message& message) { Hide(caller, message, {}); }

}  // namespace redpeak
