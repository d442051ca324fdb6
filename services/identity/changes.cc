#include "services/identity/changes.h"

namespace redpeak::identity {
namespace {

using events::v1::Detail;

events::v1::Changed Changed(const std::string& action, const std::vector<std::string>& fields,
                            int count) {
  events::v1::Changed changed;
  changed.set_action(action);
  for (const auto& field : fields) changed.add_fields(field);
  changed.set_count(count);
  return changed;
}

}  // namespace

Detail AccountChange(const std::string& action) {
  Detail detail;
  detail.mutable_account_changed()->set_action(action);
  return detail;
}

Detail RoleChange(const std::string& action, const v1::RoleGrant& grant) {
  auto detail = AccountChange(action);
  detail.mutable_account_changed()->set_role(options::v1::Role_Name(grant.role()));
  detail.mutable_account_changed()->set_scope(grant.scope());
  return detail;
}

Detail OrganisationChange(const std::string& action, const std::vector<std::string>& fields,
                          int count) {
  Detail detail;
  *detail.mutable_organisation_changed() = Changed(action, fields, count);
  return detail;
}

Detail PersonChange(const std::string& action, const std::vector<std::string>& fields, int count) {
  Detail detail;
  *detail.mutable_person_changed() = Changed(action, fields, count);
  return detail;
}

}  // namespace redpeak::identity
