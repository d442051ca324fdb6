import { describe, expect, test } from "vitest";
import { safeNext, stringifySearch } from "@/app/address";
import { formatDay, formatDistance } from "./time";
import { formatWan, parseWan } from "./wan";

describe("money", () => {
  test.each([
    [0n, "0"],
    [2_500_000n, "2.5"],
    [1n, "0.000001"],
    [-50_000_000n, "-50"],
    [12_345_678_900_000n, "12,345,678.9"],
  ])("%s fen", (fen, text) => expect(formatWan(fen, "zh-CN")).toBe(text));

  test.each([
    ["2.5", 2_500_000n],
    [" 1,000 ", 1_000_000_000n],
    ["0.000001", 1n],
    ["2.", 2_000_000n],
    ["", undefined],
    ["-1", undefined],
    ["0.0000001", undefined],
    ["2万", undefined],
  ])("typed %s", (text, fen) => expect(parseWan(text)).toBe(fen));
});

describe("time", () => {
  const now = new Date("2026-01-10T00:00:00Z");
  test.each([
    ["2026-01-13T05:00:00Z", "3天后"],
    ["2026-01-10T02:59:00Z", "2小时后"],
    ["2026-01-09T23:50:00Z", "10分钟前"],
  ])("%s", (at, text) => expect(formatDistance(at, now, "zh-CN")).toBe(text));
  test("a day has no zone", () => expect(formatDay("2026-03-01", "zh-CN")).toBe("2026年3月1日"));
});

describe("addresses", () => {
  test.each([
    ["/calls/1?a=b", "/calls/1?a=b"],
    ["//evil.example", "/"],
    ["/\\evil.example", "/"],
    ["https://evil.example", "/"],
    [undefined, "/"],
  ])("next %s", (next, safe) => expect(safeNext(next)).toBe(safe));
  test("leave empty values out", () => expect(stringifySearch({ q: "张", state: "" })).toBe("?q=%E5%BC%A0"));
});
