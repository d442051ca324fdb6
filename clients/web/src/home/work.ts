import { dateOf } from "@/ui/time";

// What the home page shows: tasks, things under way, and figures. Pure; each role has its own maker of these.

export const taskKinds = [
  "correct", "answerReviews", "approve", "sign", "answerObjections", "endorse", "formality", "review", "finishDraft",
  "publishNotice", "propose", "closeReview", "assign", "startReview", "publishCall", "inviteAgain",
] as const;
export type TaskKind = (typeof taskKinds)[number];

/** Something that the user is to do. */
export interface Task {
  key: string;
  kind: TaskKind;
  /** Fills the task's text in. */
  count?: number;
  /** What it is about: a submission's or a call's title. */
  about?: string;
  /** More to know before opening it, e.g. why it was returned. */
  note?: string;
  due?: Date;
  link: string;
}

/** Something that goes on without the user, and what comes after it. */
export interface UnderWay {
  key: string;
  kind: "awaitingEndorsement" | "awaitingCheck" | "underReview" | "onNotice" | "reviewing" | "awaitingSignature" | "receiving";
  about: string;
  done?: number;
  total?: number;
  due?: Date;
  link: string;
}

export interface Figure {
  key: string;
  value: number;
  /** There are more than were counted. */
  more?: boolean;
  link: string;
}

/** A call that may be applied to. */
export interface Chance {
  call: string;
  title: string;
  due?: Date;
}

export interface Work {
  tasks: Task[];
  underWay: UnderWay[];
  figures: Figure[];
  chances: Chance[];
}
export const noWork: Work = { tasks: [], underWay: [], figures: [], chances: [] };

export type Urgency = "overdue" | "soon" | "later" | "open";
const soonMs = 3 * 86_400_000;

export function urgencyOf(due: Date | undefined, now: Date): Urgency {
  if (!due) return "open";
  const left = due.getTime() - now.getTime();
  if (left < 0) return "overdue";
  return left < soonMs ? "soon" : "later";
}

const never = Number.MAX_SAFE_INTEGER;

/** By when, and what has no day by how much others wait for it. */
export function mostUrgentFirst(tasks: readonly Task[]): Task[] {
  return [...tasks].sort(
    (one, other) =>
      (one.due?.getTime() ?? never) - (other.due?.getTime() ?? never) ||
      taskKinds.indexOf(one.kind) - taskKinds.indexOf(other.kind),
  );
}

/** One person's work in all of their roles. */
export function together(works: readonly Work[]): Work {
  return {
    tasks: mostUrgentFirst(works.flatMap((work) => work.tasks)),
    underWay: works.flatMap((work) => work.underWay),
    figures: works.flatMap((work) => work.figures),
    chances: works.flatMap((work) => work.chances),
  };
}

/** A message's time as a Date; undefined where it has none. */
export function dateIf(moment: { seconds: bigint; nanos: number } | undefined): Date | undefined {
  return moment && dateOf(moment);
}

export function earliest(days: readonly (Date | undefined)[]): Date | undefined {
  const given = days.filter((day) => day !== undefined).map((day) => day.getTime());
  return given.length > 0 ? new Date(Math.min(...given)) : undefined;
}
