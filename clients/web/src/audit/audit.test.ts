import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { EventSchema } from "@/gen/redpeak/events/v1/event_pb";
import { detailFacts } from "./detail";
import { knownBy, typeOf } from "./subject";
import { dayEnd, dayStart } from "./days";

describe("an event's detail", () => {
  test("is told in order, without what is empty", () => {
    const event = create(EventSchema, {
      detail: { kind: { case: "submissionChanged", value: { action: "returned", state: "RETURNED", reason: "为什么", leader: "people/a" } } },
    });
    expect(detailFacts(event)).toEqual([
      { key: "action", as: "action", value: "returned" },
      { key: "state", as: "state", value: "RETURNED", of: "submissions.v1.Submission.State" },
      { key: "reason", as: "text", value: "为什么" },
      { key: "leader", as: "name", value: "people/a" },
    ]);
  });
  test("tells sums, times and truths as such", () => {
    const approved = create(EventSchema, { detail: { kind: { case: "submissionApproved", value: { amountFen: 5n } } } });
    expect(detailFacts(approved)).toEqual([{ key: "amountFen", as: "money", value: 5n }]);
    const checked = create(EventSchema, { detail: { kind: { case: "formalityChecked", value: { accepted: false, reasons: ["LATE"] } } } });
    expect(detailFacts(checked).map(({ as }) => as)).toEqual(["truth", "fields"]);
    expect(detailFacts(create(EventSchema))).toEqual([]);
  });
});

describe("a subject", () => {
  test.each([
    ["submissions/s/reviews/r", "reviews", "submissions/s"],
    ["calls/c/proposals/p", "proposals", "calls/c"],
    ["experts/e", "experts", "people/e"],
    ["accounts/a", "accounts", "accounts/a"],
    ["", "", "/"],
  ])("%s", (name, type, known) => expect([typeOf(name), knownBy(name)]).toEqual([type, known]));
});

describe("days", () => {
  test("begin and end in the user's zone, the last one whole", () => {
    const start = dayStart("2022-03-01");
    const end = dayEnd("2022-03-01");
    expect(Number(end?.seconds ?? 0n) - Number(start?.seconds ?? 0n)).toBe(86_400);
    expect(new Date(Number(start?.seconds) * 1000).getHours()).toBe(0);
    expect(dayStart("")).toBeUndefined();
    expect(dayStart("2022")).toBeUndefined();
  });
});
