import { expect, test } from "vitest";
import { emptyObjection, problemsOf, trimmed } from "./objection";

const right = { submissionNumber: "CF2022-000001", realName: "张三", contact: "13800000000", unitName: "", text: "这一项目与已有成果重复，请核查。" };
const problems = (changes: Partial<typeof right>) => problemsOf({ ...right, ...changes }, ["CF2022-000001"]);

test("what is complete has no problem", () => expect(problems({})).toEqual({}));
test("what is empty lacks all but the unit", () =>
  expect(Object.keys(problemsOf(emptyObjection, []))).toEqual(["submissionNumber", "realName", "contact", "text"]));
test.each([
  [{ submissionNumber: "CF2022-999999" }, { submissionNumber: { key: "unknownNumber" } }],
  [{ realName: "张" }, { realName: { key: "short", min: 2 } }],
  [{ text: "太短" }, { text: { key: "short", min: 10 } }],
  [{ text: "长".repeat(5001) }, { text: { key: "long", max: 5000 } }],
  [{ text: "𠮷".repeat(5000) }, {}],
  [{ realName: "   " }, { realName: { key: "required" } }],
])("%j", (changes, expected) => expect(problems(changes)).toEqual(expected));
test("white space around goes", () => expect(trimmed({ ...right, realName: " 张三 " }).realName).toBe("张三"));
