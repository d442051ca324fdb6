#include "services/calls/call_fields.h"

#include <google/protobuf/util/field_mask_util.h>

#include <set>
#include <string>

#include "services/base/violations.h"

namespace redpeak::calls {
namespace {

using google::protobuf::FieldDescriptor;
using google::protobuf::FieldMask;
using google::protobuf::util::FieldMaskUtil;

// What the server alone writes.
const std::set<std::string> kOutputs = {"name", "state", "extensions", "create_time", "etag"};

FieldMask Inputs() {
  FieldMask mask;
  for (int i = 0; i < v1::Call::descriptor()->field_count(); ++i) {
    const auto& name = v1::Call::descriptor()->field(i)->name();
    if (!kOutputs.contains(name)) mask.add_paths(name);
  }
  return mask;
}

void Copy(const v1::Call& from, const FieldMask& mask, v1::Call& to) {
  FieldMaskUtil::MergeOptions options;
  options.set_replace_message_fields(true);
  options.set_replace_repeated_fields(true);
  FieldMaskUtil::MergeMessageTo(from, mask, options, &to);
}

// Whether the field has a value, or another one of its oneof has.
bool IsGiven(const v1::Call& call, const FieldDescriptor& field) {
  const auto* reflection = call.GetReflection();
  if (field.is_repeated()) return reflection->FieldSize(call, &field) > 0;
  const auto* oneof = field.real_containing_oneof();
  return oneof != nullptr ? reflection->HasOneof(call, oneof) : reflection->HasField(call, &field);
}

}  // namespace

Result<void> CopyFields(const v1::Call& from, const FieldMask& mask, v1::Call& to) {
  Violations violations;
  for (const auto& path : mask.paths()) {
    const bool writable =
        v1::Call::descriptor()->FindFieldByName(path) != nullptr && !kOutputs.contains(path);
    if (!writable)
      violations.Add("update_mask", "UNKNOWN", path, path + " is no field that can be changed");
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  Copy(from, mask.paths().empty() ? Inputs() : mask, to);
  return {};
}

void FillIn(const v1::Call& from, v1::Call& to) {
  const auto inputs = Inputs();
  FieldMask missing;
  for (const auto& path : inputs.paths()) {
    if (!IsGiven(to, *v1::Call::descriptor()->FindFieldByName(path))) missing.add_paths(path);
  }
  if (!missing.paths().empty()) Copy(from, missing, to);
}

}  // namespace redpeak::calls
