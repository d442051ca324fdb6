import { create } from "@bufbuild/protobuf";
import { timestampDate, timestampFromDate } from "@bufbuild/protobuf/wkt";
import { describe, expect, test } from "vitest";
import { CallSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { changedFields, reapplied } from "./callDiff";
import { gapsOfCall, stepOf } from "./gaps";
import { ofYear } from "./nextYear";

const base = create(CallSchema, {
  name: "calls/a",
  title: "2022年课题",
  year: 2022,
  etag: "1",
  guideline: "# 2022年指南",
  numberPrefix: "KT2022",
  categories: [{ code: "key", displayName: "重点", ceilingFen: 5_000_000n }],
  funding: { case: "fundedCount", value: 3 },
});

describe("two officers at one call", () => {
  const mine = { ...base, title: "我的标题", funding: { case: "budgetFen", value: 9n } as const };
  const theirs = { ...base, etag: "2", year: 2023, title: "他的标题" };

  test("are told apart by field", () => {
    expect(changedFields(base, mine)).toEqual(["title", "funded_count", "budget_fen"]);
    expect(changedFields(base, theirs)).toEqual(["title", "year"]);
    expect(changedFields(base, { ...base, etag: "7" })).toEqual([]);
  });

  test("can have both changes", () => {
    const both = reapplied(base, mine, theirs);
    expect(both).toMatchObject({ etag: "2", year: 2023, title: "我的标题", funding: { case: "budgetFen" } });
  });

  test("see a change within a list", () => {
    const categories = [{ ...base.categories[0]!, displayName: "一般" }];
    expect(changedFields(base, { ...base, categories })).toEqual(["categories"]);
  });
});

test("the next year's call has its times and its year in every text", () => {
  const opensAt = timestampFromDate(new Date(2022, 2, 1, 9));
  const next = ofYear({ ...base, opensAt }, 2024);
  expect(next).toMatchObject({ year: 2024, title: "2024年课题", guideline: "# 2024年指南", numberPrefix: "KT2024" });
  expect(next.opensAt && timestampDate(next.opensAt)).toEqual(new Date(2024, 2, 1, 9));
  expect(next.reviewDue).toBeUndefined();
});

describe("what is missing", () => {
  const keys = (call: typeof base) => gapsOfCall(call, new Date(2022, 0, 1)).map((gap) => gap.key);
  test("is told by step", () => {
    expect(keys(base)).toContain("programme");
    expect(keys(base)).not.toContain("numberPrefix");
    expect(keys(base)).not.toContain("funding");
  });
  test("includes times out of order and weights that do not sum up", () => {
    const opensAt = timestampFromDate(new Date(2021, 5, 1));
    const closesAt = timestampFromDate(new Date(2021, 4, 1));
    const criteria = [{ code: "a", displayName: "甲", weight: 60, pointsMin: 0, pointsMax: 100 }];
    const call = create(CallSchema, { opensAt, closesAt, criteria });
    expect(keys(call)).toEqual(expect.arrayContaining(["closesEarly", "closesPast", "weights"]));
  });
  test.each([
    ["call.criteria[0].weight", "criteria"],
    ["call.form_schema", "form"],
    ["call.manual_items[2].code", "files"],
    ["call.funding", "rules"],
  ])("%s is mended at %s", (field, step) => expect(stepOf(field)).toBe(step));
});
