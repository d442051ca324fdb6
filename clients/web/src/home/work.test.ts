import { describe, expect, test } from "vitest";
import { Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { Review_State } from "@/gen/redpeak/review/v1/review_pb";
import { Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { lapsed } from "./administrator";
import { expertTasks } from "./expert";
import { chances, researcherTasks, researcherUnderWay } from "./researcher";
import { approverStage, officerStage, type Stage } from "./stage";
import { endorsementTasks } from "./unit";
import { mostUrgentFirst, type Task, urgencyOf } from "./work";

const now = new Date("2026-03-10T00:00:00Z");
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000);
const stamp = (days: number) => ({ $typeName: "google.protobuf.Timestamp" as const, seconds: BigInt(inDays(days).getTime() / 1000), nanos: 0 });

describe("what to do next", () => {
  const task = (kind: Task["kind"], days?: number): Task => ({
    key: kind, kind, link: "/", due: days === undefined ? undefined : inDays(days),
  });
  test("is what is due first, then by how much others wait for it", () => {
    const ordered = mostUrgentFirst([task("publishCall"), task("sign"), task("finishDraft", 5), task("endorse", 1), task("review", -1)]);
    expect(ordered.map(({ kind }) => kind)).toEqual(["review", "endorse", "finishDraft", "sign", "publishCall"]);
  });
  test.each([[-1, "overdue"], [1, "soon"], [4, "later"]] as const)("in %s days: %s", (days, urgency) =>
    expect(urgencyOf(inDays(days), now)).toBe(urgency));
  test("without a day it is open", () => expect(urgencyOf(undefined, now)).toBe("open"));
});

describe("a researcher", () => {
  const own = (status: Status, call: string, more = {}) =>
    ({ name: `submissions/${status}`, call, title: "题", status, note: "", correctBy: undefined, ...more });
  const open = [{ name: "calls/a", title: "甲", closesAt: stamp(4) }, { name: "calls/b", title: "乙", closesAt: stamp(2) }];
  test("finishes drafts of open calls, and corrects what was returned", () => {
    const all = [own(Status.IN_PREPARATION, "calls/a"), own(Status.IN_PREPARATION, "calls/gone"),
      own(Status.TO_BE_CORRECTED, "calls/gone", { note: "缺印章", correctBy: stamp(1) })];
    expect(researcherTasks(all, open).map(({ kind, due, note }) => [kind, due, note])).toEqual([
      ["finishDraft", inDays(4), undefined], ["correct", inDays(1), "缺印章"],
    ]);
  });
  test("is offered calls without an own submission, the first to close first", () =>
    expect(chances([], open).map(({ title }) => title)).toEqual(["乙", "甲"]));
  test("is not offered what is begun", () =>
    expect(chances([own(Status.UNDER_REVIEW, "calls/b")], open).map(({ title }) => title)).toEqual(["甲"]));
  test("sees what goes on", () =>
    expect(researcherUnderWay([own(Status.UNDER_REVIEW, ""), own(Status.FUNDED, "")]).map(({ kind }) => kind)).toEqual(["underReview"]));
});

test("an expert's reviews are counted by call, due with the first", () => {
  const review = (call: string, state: Review_State, days: number) => ({ call, state, dueTime: stamp(days) });
  const tasks = expertTasks(
    [review("calls/a", Review_State.ACCEPTED, 5), review("calls/a", Review_State.ACCEPTED, 3),
      review("calls/a", Review_State.ASSIGNED, 5), review("calls/b", Review_State.SUBMITTED, 5)],
    new Map([["calls/a", "甲"]]),
  );
  expect(tasks.map(({ kind, count, about, due }) => [kind, count, about, due])).toEqual([
    ["answerReviews", 1, "甲", inDays(5)], ["review", 2, "甲", inDays(3)],
  ]);
});

test("a unit endorses until each call closes", () => {
  const tasks = endorsementTasks([{ call: "calls/a" }, { call: "calls/a" }], [{ name: "calls/a", title: "甲", closesAt: stamp(1) }]);
  expect(tasks).toMatchObject([{ kind: "endorse", count: 2, about: "甲", due: inDays(1) }]);
});

describe("a call", () => {
  const call = (state: Call_State) => ({ name: "calls/a", title: "甲", state, opensAt: stamp(1), closesAt: stamp(2), reviewDue: stamp(3) });
  const stage = (state: Call_State, more: Partial<Stage> = {}): Stage => ({ call: call(state), unchecked: 0, objections: [], ...more });
  const progress = (submitted: number, submissionsShort = 0, closed = false) =>
    ({ submissions: 2, wanted: 6, submitted, submissionsShort, closed });
  const decided = (state: Proposal_State, objections: Stage["objections"] = []) =>
    stage(Call_State.IN_REVIEW, { progress: progress(6, 0, true), proposal: { name: "calls/a/proposals/p", state, notice: "notices/n" }, notice: { name: "notices/n", endTime: stamp(-1) }, objections });
  test.each<[string, Stage]>([
    ["publishCall", stage(Call_State.DRAFT)],
    ["receiving", stage(Call_State.OPEN)],
    ["formality", stage(Call_State.CLOSED, { unchecked: 3 })],
    ["startReview", stage(Call_State.CLOSED)],
    ["assign", stage(Call_State.IN_REVIEW, { progress: progress(0, 2) })],
    ["reviewing", stage(Call_State.IN_REVIEW, { progress: progress(4) })],
    ["closeReview", stage(Call_State.IN_REVIEW, { progress: progress(6) })],
    ["propose", stage(Call_State.IN_REVIEW, { progress: progress(6, 0, true) })],
    ["awaitingSignature", decided(Proposal_State.DRAFT)],
    ["publishNotice", decided(Proposal_State.SIGNED)],
    ["answerObjections", decided(Proposal_State.ON_NOTICE, [{ state: 1 }])],
    ["onNotice", decided(Proposal_State.ON_NOTICE)],
    ["", stage(Call_State.ARCHIVED)],
  ])("asks its officers to %s", (kind, of) => {
    const { tasks, underWay } = officerStage(of);
    expect([...tasks, ...underWay].map((one) => one.kind).join()).toBe(kind);
  });
  test.each<[string, Stage]>([
    ["sign", decided(Proposal_State.DRAFT)],
    ["", decided(Proposal_State.SIGNED)],
    ["approve", decided(Proposal_State.ON_NOTICE)],
    ["", decided(Proposal_State.ON_NOTICE, [{ state: 1 }])],
  ])("asks its approvers to %s", (kind, of) =>
    expect(approverStage(of, now).tasks.map((one) => one.kind).join()).toBe(kind));
});

test("an invitation has lapsed after its link's fourteen days", () =>
  expect(lapsed([{ createTime: stamp(-15) }, { createTime: stamp(-13) }], now)).toBe(1));
