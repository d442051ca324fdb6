import { Role } from "@/gen/redpeak/options/v1/options_pb";

/** Where a role may hold, as the server rules. */
export type ScopeRule = "organisation" | "callOrEverywhere" | "everywhere";

export function scopeRule(role: Role): ScopeRule {
  switch (role) {
    case Role.UNIT_OFFICER:
      return "organisation";
    case Role.PROGRAMME_OFFICER:
    case Role.APPROVER:
    case Role.AUDITOR:
      return "callOrEverywhere";
    default:
      return "everywhere";
  }
}

export const allRoles: Role[] = [
  Role.RESEARCHER, Role.UNIT_OFFICER, Role.EXPERT, Role.PROGRAMME_OFFICER, Role.APPROVER, Role.AUDITOR, Role.ADMINISTRATOR,
];
