import { expect, test } from "vitest";
import { nothingTyped, personOf } from "./typed";

test.each([
  ["", 0],
  [" ", 0],
  ["1980", 1980],
  ["19x0", -1],
  ["19.5", -1],
])("a year typed as %j is %s", (birthYear, year) => expect(personOf({ ...nothingTyped, birthYear }).birthYear).toBe(year));

test("an organisation is sent by its name", () => {
  const organisation = { name: "organisations/a", text: "甲" };
  expect(personOf({ ...nothingTyped, organisation }).organisation).toBe("organisations/a");
  expect(personOf(nothingTyped).organisation).toBe("");
});
