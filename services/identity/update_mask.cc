#include "services/identity/update_mask.h"

#include <google/protobuf/util/field_mask_util.h>

#include <algorithm>

#include "services/base/violations.h"

namespace redpeak::identity {

using google::protobuf::FieldMask;
using google::protobuf::Message;
using google::protobuf::util::FieldMaskUtil;

Result<std::vector<std::string>> FieldsOf(const FieldMask& mask,
                                          const std::vector<std::string>& changeable) {
  if (mask.paths().empty()) return changeable;
  Violations violations;
  std::vector<std::string> fields;
  for (const auto& path : mask.paths()) {
    if (std::ranges::find(changeable, path) == changeable.end()) {
      violations.Add("update_mask", "UNKNOWN", path, "names a field that cannot be changed here");
    } else if (std::ranges::find(fields, path) == fields.end()) {
      fields.push_back(path);
    }
  }
  REDPEAK_RETURN_IF_ERROR(violations.Check());
  return fields;
}

std::vector<std::string> CopyFields(const std::vector<std::string>& fields, const Message& from,
                                    Message& to) {
  std::vector<std::string> changed;
  for (const auto& field : fields) {
    const auto before = to.SerializeAsString();
    FieldMask mask;
    mask.add_paths(field);
    FieldMaskUtil::MergeMessageTo(from, mask, {}, &to);
    if (to.SerializeAsString() != before) changed.push_back(field);
  }
  return changed;
}

}  // namespace redpeak::identity
