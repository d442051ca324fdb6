import { expect, test } from "vitest";
import { firstToClose } from "./open";

test("what closes first comes first, whatever form its instant has", () => {
  const call = (closesAt: string) => ({ name: closesAt, title: "", closesAt });
  const calls = [call("2026-01-02T00:00:00Z"), call("2026-01-01T00:00:00.5Z"), call("2026-01-01T00:00:00Z")];
  expect(firstToClose(calls)).toEqual([calls[2], calls[1], calls[0]]);
});
