import { toJson } from "@bufbuild/protobuf";
import { type Call, CallSchema } from "@/gen/redpeak/calls/v1/call_pb";

// What the server alone writes.
const outputs = ["name", "state", "extensions", "create_time", "etag"];
const inputs = CallSchema.fields.filter((field) => !outputs.includes(field.name));

/** Names of the fields, as the proto has them, in which two states of a call differ. */
export function changedFields(one: Call, other: Call): string[] {
  const [before, after] = [one, other].map((call) => toJson(CallSchema, call) as Record<string, unknown>);
  const differs = (key: string) => JSON.stringify(before?.[key]) !== JSON.stringify(after?.[key]);
  return inputs.filter((field) => differs(field.jsonName)).map((field) => field.name);
}

/** `theirs` with everything that `mine` has changed of `base`. */
export function reapplied(base: Call, mine: Call, theirs: Call): Call {
  const changed = new Set(changedFields(base, mine));
  const kept = inputs
    .filter((field) => changed.has(field.name))
    .map((field) => field.oneof?.localName ?? field.localName);
  const values = Object.fromEntries(kept.map((key) => [key, mine[key as keyof Call]]));
  return { ...theirs, ...values };
}
