import type { Event } from "@/gen/redpeak/events/v1/event_pb";

type Kept = Record<string, unknown>;

/** One thing that an event's detail tells, and how it is shown. */
export type DetailFact = { key: string } & (
  | { as: "text" | "action"; value: string }
  | { as: "name"; value: string } // of a resource
  | { as: "state"; value: string; of: string } // the enum's name without "redpeak."
  | { as: "money"; value: bigint }
  | { as: "time"; value: { seconds: bigint; nanos: number } }
  | { as: "fields"; value: string[] }
  | { as: "truth"; value: boolean }
);

const states: Record<string, string> = {
  callChanged: "calls.v1.Call.State",
  submissionChanged: "submissions.v1.Submission.State",
};
const names = ["expert", "submission", "call", "leader", "unit", "scope"];
const left = ["sha256", "party"]; // of no use to a reader

function isTime(value: unknown): value is { seconds: bigint; nanos: number } {
  return typeof value === "object" && value !== null && "seconds" in value;
}

function factOf(kind: string, key: string, value: unknown): DetailFact | undefined {
  if (key === "action" && typeof value === "string") return { key, as: "action", value };
  if (key === "state" && typeof value === "string") return { key, as: "state", value, of: states[kind] ?? "" };
  if (key === "role" && typeof value === "string") return { key, as: "state", value, of: "options.v1.Role" };
  if (key === "kind" && typeof value === "string") return { key, as: "state", value, of: "review.v1.Conflict.Kind" };
  if (key === "amountFen" && typeof value === "bigint") return { key, as: "money", value };
  if (isTime(value)) return { key, as: "time", value };
  if (Array.isArray(value)) return { key, as: "fields", value: value.map(String) };
  if (typeof value === "boolean") return { key, as: "truth", value };
  if (typeof value === "number") return { key, as: "text", value: Number.isInteger(value) ? String(value) : value.toFixed(2) };
  if (typeof value === "string") return { key, as: names.includes(key) ? "name" : "text", value };
  return undefined;
}

const isEmpty = (value: unknown) => value === "" || value === 0 || value === 0n || value === undefined || (Array.isArray(value) && value.length === 0);

/** What an event tells, in the order of its message, the action first; what is empty is left out. */
export function detailFacts(event: Pick<Event, "detail">): DetailFact[] {
  const { case: kind, value } = event.detail?.kind ?? {};
  if (!kind || !value) return [];
  return Object.entries(value as unknown as Kept).flatMap(([key, one]) => {
    if (key.startsWith("$") || left.includes(key) || isEmpty(one)) return [];
    const fact = factOf(kind, key, one);
    return fact ? [fact] : [];
  });
}
