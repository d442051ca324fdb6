import { type Review, Review_State } from "@/gen/redpeak/review/v1/review_pb";

/** What an expert has to do with a review: answer, write, nothing more, or nothing at all. */
export type Group = "toAnswer" | "toWrite" | "done" | "gone";
export const groups: readonly Group[] = ["toAnswer", "toWrite", "done", "gone"];

export function groupOf({ state }: Pick<Review, "state">): Group {
  if (state === Review_State.ASSIGNED) return "toAnswer";
  if (state === Review_State.ACCEPTED) return "toWrite";
  return state === Review_State.SUBMITTED ? "done" : "gone";
}

const dueOf = (review: Review) => review.dueTime?.seconds ?? 2n ** 62n;

/** By what is to be done, then by when it is due; what came first stands first among equals. */
export function inOrder(reviews: readonly Review[]): Review[] {
  const rank = (review: Review) => groups.indexOf(groupOf(review));
  const byDue = (one: Review, other: Review) => (dueOf(one) < dueOf(other) ? -1 : dueOf(one) > dueOf(other) ? 1 : 0);
  return [...reviews].sort((one, other) => rank(one) - rank(other) || byDue(one, other) || (one.name < other.name ? -1 : 1));
}

/** The reviews that can be read one after another, beside one of them: the same way round from there on. */
export function neighbours(reviews: readonly Review[], name: string): { at: number; count: number; previous?: string; next?: string } {
  // By name, so that a review keeps its place when it is submitted.
  const readable = reviews.filter((review) => ["toWrite", "done"].includes(groupOf(review)));
  const names = readable.map((review) => review.name).sort();
  const at = names.indexOf(name);
  if (at < 0) return { at, count: names.length };
  return { at, count: names.length, previous: names[at - 1], next: names[at + 1] };
}

/** The first that is still to be written, but for one. */
export function nextToWrite(reviews: readonly Review[], but: string): Review | undefined {
  return inOrder(reviews).find((review) => groupOf(review) === "toWrite" && review.name !== but);
}

/** How far along: of the reviews that are live, how many are submitted; and the first time that one is due. */
export function progressOf(reviews: readonly Review[]) {
  const count = (group: Group) => reviews.filter((review) => groupOf(review) === group).length;
  const done = count("done");
  const toAnswer = count("toAnswer");
  const toWrite = count("toWrite");
  const open = inOrder(reviews.filter((review) => ["toAnswer", "toWrite"].includes(groupOf(review))));
  const due = open.flatMap(({ dueTime }) => (dueTime ? [dueTime] : [])).sort((one, other) => Number(one.seconds - other.seconds))[0];
  return { done, toAnswer, toWrite, total: done + toAnswer + toWrite, due };
}
