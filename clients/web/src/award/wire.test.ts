import { expect, test } from "vitest";
import { decided, findAwards } from "./wire";

const award = { name: "awards/CF2022-P-001", projectNumber: "CF2022-P-001", call: "calls/a", title: "草原生态", leaderName: "张三", approveTime: "" };

test.each([["", 1], ["p-001", 1], ["草原", 1], ["李四", 0]])("finds by %j", (typed, count) =>
  expect(findAwards([award], typed)).toHaveLength(count));

test("only decided calls have results", () => {
  const call = (state: string) => ({ name: state, title: state, state });
  expect(decided([call("OPEN"), call("DECIDED"), call("ARCHIVED")]).map(({ name }) => name)).toEqual(["DECIDED", "ARCHIVED"]);
});
