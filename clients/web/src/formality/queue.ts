import { timestampMs } from "@bufbuild/protobuf/wkt";
import { FormalityItem_Outcome as Outcome, type FormalityItem, type Submission, Submission_State as State } from "@/gen/redpeak/submissions/v1/submission_pb";

/** What waits for the formality check, by number: what was sent, and what was returned and not sent again in time. */
export function waitingOf(submissions: readonly Submission[], now: Date): Submission[] {
  const overdue = (one: Submission) => one.correctBy !== undefined && timestampMs(one.correctBy) <= now.getTime();
  const waits = (one: Submission) =>
    one.state === State.SUBMITTED || one.state === State.ENDORSED || (one.state === State.RETURNED && overdue(one));
  const number = (one: Submission) => one.receipt?.number ?? "";
  return submissions.filter(waits).toSorted((one, other) => (number(one) < number(other) ? -1 : 1));
}

/** The name of the next one after `at` that is not done; of the first, after the last; "" where all are. */
export function nextAfter(names: readonly string[], done: ReadonlySet<string>, at: string): string {
  const place = names.indexOf(at);
  const round = [...names.slice(place + 1), ...names.slice(0, place + 1)];
  return round.find((name) => !done.has(name)) ?? "";
}

export const failed = (items: readonly FormalityItem[]) => items.filter((item) => item.outcome === Outcome.FAILED);
export const pending = (items: readonly FormalityItem[]) => items.filter((item) => item.outcome === Outcome.PENDING);

/** What a press of an item's key makes of it: passed, then failed, and to and fro. */
export const toggled = (item: FormalityItem): Outcome =>
  item.outcome === Outcome.PASSED ? Outcome.FAILED : Outcome.PASSED;
