import { timestampDate, timestampMs } from "@bufbuild/protobuf/wkt";
import { type Review, Review_State as State } from "@/gen/redpeak/review/v1/review_pb";

const open = (review: Review) => review.state === State.ASSIGNED || review.state === State.ACCEPTED;

export interface ExpertWork {
  expert: string;
  name: string;
  unanswered: number;
  accepted: number;
  submitted: number;
  /** Open ones whose day has passed. */
  late: number;
  /** Whole days that the longest overdue one is late. */
  lateDays: number;
}

const dayMs = 86_400_000;
const overdueMs = (review: Review, now: Date) =>
  open(review) && review.dueTime ? Math.max(now.getTime() - timestampMs(review.dueTime), 0) : 0;

/** What each expert has to do and has done; the latest first. */
export function workOf(reviews: readonly Review[], now: Date): ExpertWork[] {
  const byExpert = groups(reviews);
  const work = [...byExpert].map(([expert, own]) => {
    const count = (state: State) => own.filter((one) => one.state === state).length;
    const overdue = own.map((one) => overdueMs(one, now));
    return {
      expert,
      name: own[0]?.expertName ?? "",
      unanswered: count(State.ASSIGNED),
      accepted: count(State.ACCEPTED),
      submitted: count(State.SUBMITTED),
      late: overdue.filter((ms) => ms > 0).length,
      lateDays: Math.floor(Math.max(...overdue) / dayMs),
    };
  });
  return work
    .filter((one) => one.unanswered + one.accepted + one.submitted > 0)
    .toSorted((one, other) => other.late - one.late || other.lateDays - one.lateDays || other.unanswered + other.accepted - one.unanswered - one.accepted);
}

function groups(reviews: readonly Review[]): Map<string, Review[]> {
  const all = new Map<string, Review[]>();
  for (const one of reviews) all.set(one.expert, [...(all.get(one.expert) ?? []), one]);
  return all;
}

/** How many had come in by the end of each day on which any did, by the user's days: YYYY-MM-DD. */
export function submittedByDay(reviews: readonly Review[]): [day: string, count: number][] {
  const two = (value: number) => String(value).padStart(2, "0");
  const dayOf = (date: Date) => `${date.getFullYear()}-${two(date.getMonth() + 1)}-${two(date.getDate())}`;
  const days = reviews
    .flatMap((one) => (one.state === State.SUBMITTED && one.submitTime ? [dayOf(timestampDate(one.submitTime))] : []))
    .toSorted();
  const sums = new Map<string, number>();
  days.forEach((day, at) => sums.set(day, at + 1));
  return [...sums];
}
