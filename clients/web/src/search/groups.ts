import type { RoleName } from "@/app/route";

/** One thing that was found, and its page. */
export interface Found {
  name: string;
  text: string;
  note?: string;
  link: string;
}

export type GroupKey = "submissions" | "calls" | "people" | "organisations" | "experts";
export interface Group {
  key: GroupKey;
  found: Found[];
  /** There are more than these. */
  more: boolean;
}

const everybody = undefined;
/** Who may ask for what, as the server rules; the groups in the order in which they are shown. */
export const askers: [key: GroupKey, roles: readonly RoleName[] | undefined][] = [
  ["submissions", ["RESEARCHER", "UNIT_OFFICER", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR"]],
  ["calls", everybody],
  ["people", ["ADMINISTRATOR", "PROGRAMME_OFFICER", "APPROVER", "AUDITOR", "UNIT_OFFICER"]],
  ["organisations", everybody],
  ["experts", ["PROGRAMME_OFFICER", "AUDITOR"]],
];

export function groupsFor(own: ReadonlySet<RoleName>): GroupKey[] {
  return askers.filter(([, roles]) => !roles || roles.some((role) => own.has(role))).map(([key]) => key);
}

/** The place among `count` results that a key leads to from `at`; -1 is the box itself. */
export function moved(at: number, key: string, count: number): number {
  if (key === "ArrowDown") return Math.min(at + 1, count - 1);
  if (key === "ArrowUp") return Math.max(at - 1, -1);
  if (key === "Home") return count > 0 ? 0 : -1;
  return key === "End" ? count - 1 : at;
}
