import { expect, test } from "vitest";
import { groupsFor, moved } from "./groups";

test.each([
  [["RESEARCHER"], ["submissions", "calls", "organisations"]],
  [["ADMINISTRATOR"], ["calls", "people", "organisations"]],
  [["PROGRAMME_OFFICER"], ["submissions", "calls", "people", "organisations", "experts"]],
  [["EXPERT"], ["calls", "organisations"]],
] as const)("%s find %s", (own, groups) => expect(groupsFor(new Set(own))).toEqual(groups));

test.each([
  [-1, "ArrowDown", 0],
  [2, "ArrowDown", 2],
  [0, "ArrowUp", -1],
  [-1, "ArrowUp", -1],
  [2, "Home", 0],
  [0, "End", 2],
  [1, "x", 1],
])("from %s, %s leads to %s of three", (at, key, to) => expect(moved(at, key, 3)).toBe(to));
