import { expect, test } from "vitest";
import { usccState } from "./uscc";

test.each([
  ["91350200776049653A", "right"],
  [" 91440101ma5cjq4n59 ", "right"],
  ["123502001549897397", "right"],
  ["", "empty"],
  ["9135", "short"],
  ["91350200776049653", "short"],
  ["913502007760496530", "wrong"],
  ["91350203M0001QAY9B", "wrong"],
  ["9135020077604965I", "wrong"],
  ["91A5", "wrong"],
  ["91350200776049653A1", "wrong"],
])("%j is %s", (typed, state) => expect(usccState(typed)).toBe(state));
