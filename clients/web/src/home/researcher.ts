import { createClient } from "@connectrpc/connect";
import { addressOf } from "@/api/resource";
import { transport } from "@/api/transport";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { type Submission, Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { readMax, recentCalls } from "./clients";
import { type Chance, dateIf, type Figure, type Task, type UnderWay, type Work } from "./work";

type Own = Pick<Submission, "name" | "call" | "title" | "status" | "note" | "correctBy">;
type OpenCall = Pick<Call, "name" | "title" | "closesAt">;

/** Drafts of calls that are still open, and what was returned and may still be sent again. */
export function researcherTasks(own: readonly Own[], open: readonly OpenCall[]): Task[] {
  const closing = new Map(open.map((call) => [call.name, call]));
  return own.flatMap((one): Task[] => {
    const call = closing.get(one.call);
    const about = one.title || call?.title;
    const task = { key: one.name, about, link: `${addressOf(one.name)}/edit` };
    if (one.status === Status.IN_PREPARATION && call) return [{ ...task, kind: "finishDraft", due: dateIf(call.closesAt) }];
    if (one.status !== Status.TO_BE_CORRECTED) return [];
    return [{ ...task, kind: "correct", note: one.note, due: dateIf(one.correctBy ?? call?.closesAt) }];
  });
}

const waiting: Partial<Record<Status, UnderWay["kind"]>> = {
  [Status.AWAITING_ENDORSEMENT]: "awaitingEndorsement",
  [Status.AWAITING_CHECK]: "awaitingCheck",
  [Status.UNDER_REVIEW]: "underReview",
  [Status.ON_NOTICE]: "onNotice",
};

export function researcherUnderWay(own: readonly Own[]): UnderWay[] {
  return own.flatMap((one): UnderWay[] => {
    const kind = waiting[one.status];
    return kind ? [{ key: one.name, kind, about: one.title, link: addressOf(one.name) }] : [];
  });
}

/** Open calls in which the researcher has nothing yet, the first to close first. */
export function chances(own: readonly Own[], open: readonly OpenCall[]): Chance[] {
  const begun = new Set(own.map((one) => one.call));
  return open
    .filter((call) => !begun.has(call.name))
    .map((call) => ({ call: call.name, title: call.title, due: dateIf(call.closesAt) }))
    .sort((one, other) => (one.due?.getTime() ?? 0) - (other.due?.getTime() ?? 0));
}

function figures(own: readonly Own[], more: boolean): Figure[] {
  const count = (...of: Status[]) => own.filter((one) => of.includes(one.status)).length;
  return [
    { key: "own", value: own.length, more, link: "/submissions" },
    { key: "ownFunded", value: count(Status.FUNDED), more, link: "/submissions" },
  ];
}

const submissions = createClient(SubmissionsService, transport);

export async function researcherWork(): Promise<Work> {
  const [mine, open] = await Promise.all([
    submissions.listSubmissions({ mine: true, pageSize: readMax }),
    recentCalls(Call_State.OPEN),
  ]);
  const own = mine.submissions;
  return {
    tasks: researcherTasks(own, open),
    underWay: researcherUnderWay(own),
    figures: own.length > 0 ? figures(own, mine.nextPageToken !== "") : [],
    chances: chances(own, open),
  };
}
