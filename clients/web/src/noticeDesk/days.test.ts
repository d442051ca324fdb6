import { expect, test } from "vitest";
import { endOfNotice } from "./days";

const friday = new Date("2022-06-10T02:00:00Z");
const end = (days: number, working: boolean, specials = [{ date: "2022-06-13", holiday: true }, { date: "2022-06-12", holiday: false }]) =>
  endOfNotice(friday, days, working, specials).toISOString();

test("days of the calendar count from the next one", () => expect(end(7, false)).toBe("2022-06-17T16:00:00.000Z"));
test("working days leave weekends out", () => expect(end(1, true, [])).toBe("2022-06-13T16:00:00.000Z"));
test("and holidays, but not weekend days that are worked", () => {
  expect(end(1, true)).toBe("2022-06-12T16:00:00.000Z");
  expect(end(2, true)).toBe("2022-06-14T16:00:00.000Z");
});
test("the day is Beijing's", () => {
  expect(endOfNotice(new Date("2022-06-10T17:00:00Z"), 1, false, []).toISOString()).toBe("2022-06-12T16:00:00.000Z");
});
