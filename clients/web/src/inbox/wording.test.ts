import { describe, expect, test } from "vitest";
import { Message_Kind as Kind } from "@/gen/redpeak/notifications/v1/message_pb";
import english from "./en.json";
import { about, byDay, placeOf, textKey } from "./wording";

const kinds = Object.values(Kind).filter((kind): kind is Kind => typeof kind === "number" && kind !== 0);

describe("a message", () => {
  test.each(kinds.map((kind) => [Kind[kind], kind] as const))("%s has its words", (name, kind) => {
    expect(textKey({ kind })).toBe(`kind.${name}`);
    const has = Object.keys(english.kind).some((key) => key.replace(/_(one|other)$/, "") === name);
    expect(has).toBe(true);
  });
  test("of a kind that is not known here has words all the same", () => expect(textKey({ kind: 9999 as Kind })).toBe("kind.OTHER"));
  test.each(kinds.map((kind) => [Kind[kind], kind] as const))("%s leads to a page", (_, kind) =>
    expect(placeOf({ kind, subject: "notices/n/objections/o", call: "calls/c" })).toMatch(/^\/[a-z]/));
  test("without a subject leads nowhere", () => expect(placeOf({ kind: Kind.SUBMISSION_APPROVED, subject: "", call: "" })).toBe(""));
  test.each([["题", "征集", "题 · 征集"], ["", "征集", "征集"], ["题", "", "题"]])("is about %s %s", (title, callTitle, text) =>
    expect(about({ title, callTitle })).toBe(text));
  test("stands below its day", () =>
    expect(byDay(["a1", "a2", "b1"], ([day = ""]) => day)).toEqual([{ day: "a", messages: ["a1", "a2"] }, { day: "b", messages: ["b1"] }]));
});
