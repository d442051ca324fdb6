import { create } from "@bufbuild/protobuf";
import { describe, expect, test } from "vitest";
import { CallSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { checkAnswers, formOf, parseAnswers, withAnswer } from "./answers";
import { checkComplete, checkDraft, stepOf } from "./complete";
import { type Fields, keyOfPath } from "./fields";
import { findQuestion, parseSchema, questionsOf, type SchemaPart } from "./schema";

const schema: SchemaPart = {
  type: "object",
  required: ["route", "outcomes", "commitment"],
  properties: {
    route: { title: "路线", type: "string", minLength: 1, maxLength: 3000 },
    phone: { title: "电话", type: "string", "x-kind": "phone" },
    outcomes: { title: "成果", type: "array", minItems: 1, items: { type: "string", enum: ["论文", "专利"] } },
    level: { title: "级别", oneOf: [{ const: "a", title: "甲" }, { const: "b", title: "乙" }] },
    stages: {
      title: "阶段",
      type: "array",
      items: { type: "object", required: ["goal"], properties: { goal: { title: "目标", type: "string" }, due: { type: "string", format: "date" } } },
    },
    share: { title: "比例", type: "number", minimum: 0, maximum: 100 },
    commitment: { title: "承诺", type: "boolean", const: true },
  },
};

describe("a form", () => {
  test("asks what the schema asks, in its order", () => {
    const questions = questionsOf(schema);
    expect(questions.map(({ key, kind }) => [key, kind])).toEqual([
      ["route", "lines"], ["phone", "line"], ["outcomes", "choices"], ["level", "choice"], ["stages", "rows"],
      ["share", "number"], ["commitment", "confirm"],
    ]);
    expect(questions[3]?.options).toEqual([{ value: "a", text: "甲" }, { value: "b", text: "乙" }]);
    expect(questions[4]?.row?.parts.map(({ kind }) => kind)).toEqual(["lines", "date"]);
  });

  test("tells what is wrong as the server does", () => {
    const answers = { route: "好", outcomes: ["书"], stages: [{ goal: "一" }, { due: "2026-01-01" }], share: 101, commitment: false };
    expect(checkAnswers(schema, answers).map(({ field, rule, limit }) => [field, rule, limit])).toEqual([
      ["form.outputs[0]".replace("outputs", "outcomes"), "UNKNOWN", ""],
      ["form.stages[1].goal", "REQUIRED", ""],
      ["form.share", "OUT_OF_RANGE", "0–100"],
      ["form.commitment", "REQUIRED", ""],
    ]);
    expect(checkAnswers(schema, {}).map(({ field }) => field)).toEqual(["form.route", "form.outcomes", "form.commitment"]);
    const [long] = checkAnswers(schema, { route: "长".repeat(3001), outcomes: ["论文"], commitment: true });
    expect(long).toMatchObject({ field: "form.route", rule: "TOO_LONG", limit: "3000" });
  });

  test("finds the question of a violation", () => {
    const questions = questionsOf(schema);
    expect(findQuestion(questions, "form.stages[1].goal")?.title).toBe("目标");
    expect(findQuestion(questions, "form.outcomes[0]")?.title).toBe("成果");
    expect(findQuestion(questions, "form.nothing")).toBeUndefined();
  });

  test("leaves empty answers out and reads damaged ones as none", () => {
    expect(withAnswer({ a: "1", b: "2" }, "a", "")).toEqual({ b: "2" });
    expect(formOf(withAnswer({ a: ["1"] }, "a", []))).toBe("");
    expect(parseAnswers("[1]")).toEqual({});
    expect(parseAnswers("{")).toEqual({});
    expect(parseSchema("{")).toBeUndefined();
  });
});

const blank: Fields = {
  title: "", category: "", discipline: "", amountFen: 0n, startDate: "", endDate: "", abstract: "", keywords: [],
  form: "", team: [], avoidedExperts: [],
};
const call = create(CallSchema, {
  categories: [{ code: "key", displayName: "重点", ceilingFen: 2_000_000n }],
  attachmentSlots: [{ code: "signed", required: true }, { code: "insert" }],
  formSchema: "{}",
});
const wan = (fen: bigint) => `${fen / 1_000_000n} 万元`;

describe("a draft", () => {
  test("says all that is missing", () => {
    const missing = checkComplete(blank, call, new Set(), wan).map(({ field }) => field);
    expect(missing).toEqual(["title", "category", "discipline", "start_date", "end_date", "abstract", "attachments.signed"]);
  });

  test("is complete", () => {
    const fields = { ...blank, title: "题", category: "key", discipline: "520", amountFen: 2_000_000n, startDate: "2026-01-01", endDate: "2026-12-31", abstract: "要" };
    expect(checkComplete(fields, call, new Set(["signed"]), wan)).toEqual([]);
    const over = checkComplete({ ...fields, amountFen: 2_000_001n, endDate: "2025-01-01" }, call, new Set(["signed"]), wan);
    expect(over.map(({ field, rule, limit }) => [field, rule, limit])).toEqual([
      ["end_date", "TOO_EARLY", "2026-01-01"],
      ["amount_fen", "OVER_CEILING", "2 万元"],
    ]);
  });

  test("counts characters, not their halves", () => {
    expect(checkDraft({ ...blank, title: "𠮷".repeat(80) })).toEqual([]);
    expect(checkDraft({ ...blank, title: "𠮷".repeat(81) })[0]).toMatchObject({ rule: "TOO_LONG", limit: "80" });
  });

  test("knows where each field is written", () => {
    expect(["title", "form.route", "team[0].display_name", "attachments.signed"].map(stepOf)).toEqual([
      "basics", "form", "team", "files",
    ]);
    expect(keyOfPath("submission.team[2].display_name")).toBe("team");
    expect(keyOfPath("start_date")).toBe("startDate");
    expect(keyOfPath("name")).toBeUndefined();
  });
});
