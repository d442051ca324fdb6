import { expect, test } from "vitest";
import { answersOf, rowText } from "./answers";

const schema = `{"type":"object","properties":{
  "b":{"title":"乙","type":"string","maxLength":100},
  "a":{"title":"甲","type":"array","items":{"type":"object","additionalProperties":false,
       "properties":{"n":{"title":"名称","type":"string","maxLength":9}}}}}}`;

test("answers stand in the form's order, with what it does not ask for last", () => {
  const answers = answersOf('{"x":1,"a":[{"n":"仪器"}],"b":"文字"}', schema);
  expect(answers.map(({ key, field }) => [key, field?.title])).toEqual([["b", "乙"], ["a", "甲"], ["x", undefined]]);
  expect(rowText({ n: "仪器" }, answers[1]?.field?.columns ?? [])).toBe("名称: 仪器");
});

test.each(["", "{", "[]"])("a form that is %s has no answers", (form) => expect(answersOf(form, schema)).toEqual([]));
