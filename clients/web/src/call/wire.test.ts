import { expect, test } from "vitest";
import { groupCalls, type PublicCall } from "./wire";

const call = (name: string, state: string, opensAt: string, closesAt: string): PublicCall => ({
  name,
  title: name,
  state,
  opensAt,
  closesAt,
});

test("calls are told apart by what a visitor can do with them", () => {
  const calls = [
    call("later", "OPEN", "2026-01-01T00:00:00Z", "2026-05-01T00:00:00Z"),
    call("old", "ARCHIVED", "2022-01-01T00:00:00Z", "2022-05-01T00:00:00Z"),
    call("sooner", "OPEN", "2026-01-01T00:00:00Z", "2026-04-01T00:00:00Z"),
    call("coming", "PUBLISHED", "2027-01-01T00:00:00Z", "2027-05-01T00:00:00Z"),
    call("closed", "CLOSED", "2025-01-01T00:00:00Z", "2025-05-01T00:00:00Z"),
  ];
  const { open, coming, past } = groupCalls(calls);
  expect(open.map(({ name }) => name)).toEqual(["sooner", "later"]);
  expect(coming.map(({ name }) => name)).toEqual(["coming"]);
  expect(past.map(({ name }) => name)).toEqual(["closed", "old"]);
});
