import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { type Criterion, CriterionSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewSchema, Review_Recommendation, Review_State } from "@/gen/redpeak/review/v1/review_pb";
import { formRows } from "./form";
import { neighbourOf, pressDigit } from "./keyboard";
import { groupOf, inOrder, neighbours, nextToWrite, progressOf } from "./order";
import { bandsOf, choicesOf, contentOf, countScored, type Draft, draftOf, gapsIn, isSame, pointsIn, totalOf } from "./scoring";

const criterion = (code: string, weight: number, pointsMin: number, pointsMax: number): Criterion =>
  create(CriterionSchema, { code, weight, pointsMin, pointsMax, displayName: code });
const criteria = [criterion("idea", 60, 0, 100), criterion("team", 40, 1, 5)];
const draft = (points: Record<string, string>, comments: Record<string, string> = {}, rest: Partial<Draft> = {}): Draft => ({
  points,
  comments,
  recommendation: Review_Recommendation.FUND,
  toApplicant: "",
  toOfficers: "",
  ...rest,
});

describe("scores", () => {
  test.each([
    ["", undefined],
    ["80", 80],
    ["0", 0],
    ["101", undefined],
    ["-1", undefined],
    ["8.5", undefined],
    ["八", undefined],
  ])("typed %j", (text, points) => expect(pointsIn({ pointsMin: 0, pointsMax: 100 }, text)).toBe(points));

  test("few points are chosen, many are typed", () => {
    expect(choicesOf({ pointsMin: 1, pointsMax: 5 })).toEqual([1, 2, 3, 4, 5]);
    expect(choicesOf({ pointsMin: 0, pointsMax: 10 })).toHaveLength(11);
    expect(choicesOf({ pointsMin: 0, pointsMax: 11 })).toEqual([]);
  });

  test("the total is the weighted mean of scaled points, of what is given", () => {
    expect(totalOf(criteria, draft({ idea: "80", team: "5" }))).toEqual({ total: 88, weight: 100 });
    expect(totalOf(criteria, draft({ team: "1" }))).toEqual({ total: 0, weight: 40 });
    expect(totalOf(criteria, draft({ idea: "900" }))).toEqual({ total: 0, weight: 0 });
  });

  test("anchors tell from where to where", () => {
    const anchors = [{ points: 100, text: "good" }, { points: 59, text: "bad" }];
    expect(bandsOf(create(CriterionSchema, { pointsMin: 0, anchors }))).toEqual([
      { from: 0, to: 59, text: "bad" },
      { from: 60, to: 100, text: "good" },
    ]);
  });

  test("what is missing is named in the sheet's order", () => {
    const gaps = gapsIn(criteria, draft({ idea: "900" }, { team: "  " }, { recommendation: 0 }));
    expect(gaps.map(({ criterion: one, what }) => [one?.code, what])).toEqual([
      ["idea", "range"],
      ["idea", "comment"],
      ["team", "points"],
      ["team", "comment"],
      [undefined, "recommendation"],
    ]);
    expect(gapsIn(criteria, draft({ idea: "0", team: "1" }, { idea: "x", team: "y" }))).toEqual([]);
    expect(countScored(criteria, draft({ idea: "0", team: "1" }, { idea: "x" }))).toBe(1);
  });

  test("a draft survives being sent and read", () => {
    const typed = draft({ idea: "0", team: "9" }, { idea: "x", team: "y" }, { toOfficers: "z" });
    const content = contentOf(criteria, typed);
    expect(content.scores).toEqual([
      { criterion: "idea", points: 0, comment: "x" },
      { criterion: "team", points: undefined, comment: "y" },
    ]);
    expect(isSame(criteria, draftOf(create(ReviewSchema, content)), typed)).toBe(true);
    expect(isSame(criteria, typed, { ...typed, toOfficers: "" })).toBe(false);
  });
});

describe("keys", () => {
  test("go from criterion to criterion and stop at the ends", () => {
    expect(neighbourOf(["a", "b"], "", 1)).toBe("a");
    expect(neighbourOf(["a", "b"], "", -1)).toBe("b");
    expect(neighbourOf(["a", "b"], "a", 1)).toBe("b");
    expect(neighbourOf(["a", "b"], "b", 1)).toBeUndefined();
  });
  test.each([
    [1, 5, 3, { choose: 3 }],
    [1, 5, 9, undefined],
    [1, 10, 0, { choose: 10 }],
    [0, 10, 0, { choose: 0 }],
    [0, 100, 8, { type: "8" }],
  ])("%i to %i, digit %i", (pointsMin, pointsMax, digit, act) =>
    expect(pressDigit({ pointsMin, pointsMax }, digit)).toEqual(act));
});

describe("reviews", () => {
  const review = (name: string, state: Review_State, due?: number) =>
    create(ReviewSchema, { name, state, ...(due ? { dueTime: { seconds: BigInt(due) } } : {}) });
  const all = [
    review("d", Review_State.SUBMITTED),
    review("c", Review_State.ACCEPTED, 9),
    review("b", Review_State.ACCEPTED, 5),
    review("a", Review_State.ASSIGNED, 7),
    review("e", Review_State.CANCELLED, 1),
  ];
  test("stand by what is to be done, then by when", () =>
    expect(inOrder(all).map(({ name }) => name)).toEqual(["a", "b", "c", "d", "e"]));
  test("are counted, and the first due is told", () =>
    expect(progressOf(all)).toMatchObject({ done: 1, toAnswer: 1, toWrite: 2, total: 4, due: { seconds: 5n } }));
  test("have neighbours that can be read", () => {
    expect(neighbours(all, "c")).toEqual({ at: 1, count: 3, previous: "b", next: "d" });
    expect(neighbours(all, "a").at).toBe(-1);
  });
  test("lead to the next", () => {
    expect(nextToWrite(all, "b")?.name).toBe("c");
    expect(nextToWrite([], "b")).toBeUndefined();
    expect(groupOf({ state: Review_State.DECLINED })).toBe("gone");
  });
});

describe("a form's answers", () => {
  const schema = JSON.stringify({
    properties: {
      aim: { title: "Aim", type: "string" },
      kinds: { title: "Kinds", type: "array", items: { oneOf: [{ const: "p", title: "Paper" }] } },
      places: { title: "Places", type: "array", items: { title: "Place", properties: { city: { title: "City" } } } },
      hidden: { title: "Hidden" },
    },
  });
  test("come in the schema's order, choices by their titles", () => {
    const form = JSON.stringify({ places: [{ city: "X" }], kinds: ["p"], aim: "A", other: true });
    expect(formRows(schema, form).map(({ title, depth, value }) => [title, depth, value])).toEqual([
      ["Aim", 0, "A"],
      ["Kinds", 0, ["Paper"]],
      ["Places", 0, undefined],
      ["Place 1", 1, undefined],
      ["City", 2, "X"],
      ["other", 0, true],
    ]);
  });
  test("are none where it is no JSON", () => expect(formRows("{", "x")).toEqual([]));
});
