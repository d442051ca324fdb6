import { expect, test } from "vitest";
import { Role } from "@/gen/redpeak/options/v1/options_pb";
import { allRoles, scopeRule } from "./scope";

test.each([
  [Role.UNIT_OFFICER, "organisation"],
  [Role.PROGRAMME_OFFICER, "callOrEverywhere"],
  [Role.APPROVER, "callOrEverywhere"],
  [Role.AUDITOR, "callOrEverywhere"],
  [Role.RESEARCHER, "everywhere"],
  [Role.EXPERT, "everywhere"],
  [Role.ADMINISTRATOR, "everywhere"],
])("role %s: %s", (role, rule) => expect(scopeRule(role)).toBe(rule));

test("every role can be granted", () => {
  const known = Object.values(Role).filter((role) => typeof role === "number" && role !== 0);
  expect([...allRoles].sort()).toEqual(known.sort());
});
