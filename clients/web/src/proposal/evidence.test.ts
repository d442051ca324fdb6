import { create, type MessageInitShape } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { ProposalItem_Removal, ProposalItemSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { isException, lineOf, ownConflicts, totalsByCategory } from "./evidence";

const item = (fields: MessageInitShape<typeof ProposalItemSchema>) => create(ProposalItemSchema, fields);
const items = [
  item({ submission: "a", category: "key", proposed: true, byRanking: true, amountFen: 300n, mean: 90, leader: "people/1", unit: "organisations/x" }),
  item({ submission: "b", category: "key", proposed: false, byRanking: true, amountFen: 200n, mean: 80, leader: "people/2", unit: "organisations/y" }),
  item({ submission: "c", category: "old", proposed: true, byRanking: false, amountFen: 50n, mean: 70, leader: "people/3", unit: "organisations/y" }),
];
const categories = [{ code: "youth", displayName: "Youth" }, { code: "key", displayName: "Key" }];

describe("a proposal's evidence", () => {
  test("totals only what is proposed, by the call's categories", () =>
    expect(totalsByCategory(items, categories)).toEqual([
      { code: "key", name: "Key", ranked: 2, proposed: 1, fen: 300n },
      { code: "old", name: "old", ranked: 1, proposed: 1, fen: 50n },
    ]));

  test("an exception goes against the ranking, which a removal does not", () => {
    expect(items.map(isException)).toEqual([false, true, true]);
    expect(isException({ proposed: false, byRanking: true, removal: ProposalItem_Removal.OBJECTION_UPHELD })).toBe(false);
  });

  test("one's own are those that one leads, or one's unit has, on the list", () => {
    const conflicts = ownConflicts(items, { name: "people/1", organisation: "organisations/y" });
    expect(conflicts.map(({ item: { submission }, relation }) => [submission, relation])).toEqual([["a", "leader"], ["c", "unit"]]);
    expect(ownConflicts(items, { name: "people/9", organisation: "" })).toEqual([]);
    expect(ownConflicts(items, undefined)).toEqual([]);
  });

  test("the line runs between the last in and the first out", () => {
    expect(lineOf(items)).toEqual({ lastIn: 80, firstOut: 70 });
    expect(lineOf([])).toEqual({});
  });
});
