import { describe, expect, test } from "vitest";
import { freeKey, gapsOfForm, moved, newField, withRequired } from "./formEdit";
import { columnKinds, type FormField, kinds, readForm, sameJson, toSchema, writeForm } from "./formSchema";

const year2022 = `{
  "type": "object",
  "required": ["significance", "outcomes", "commitment"],
  "additionalProperties": false,
  "properties": {
    "significance": {"title": "研究意义与现状", "type": "string", "minLength": 1, "maxLength": 3000},
    "outcomes": {"title": "预期成果形式", "type": "array", "minItems": 1,
                 "items": {"type": "string", "enum": ["论文", "专利"]}},
    "foundation": {"title": "前期基础", "type": "string", "maxLength": 3000, "x-identifying": true},
    "commitment": {"title": "承诺", "type": "boolean", "const": true}
  }
}`;
const form = (text: string) => {
  const read = readForm(text);
  if (!read) throw new Error("no form");
  return read;
};
const same = (text: string) => sameJson(toSchema(form(text)), JSON.parse(text) as never);

function sample(kind: (typeof kinds)[number], key: string): FormField {
  const field = withRequired(newField(kind, key, `标题 ${key}`), true);
  const options = kind.startsWith("choice") ? ["甲", "乙"] : [];
  const columns = kind === "table" ? columnKinds.map((one, at) => sample(one, `column_${at}`)) : [];
  return { ...field, description: "说明", identifying: true, options, columns };
}

describe("a schema read and written", () => {
  test("is the same one", () => expect(same(year2022)).toBe(true));

  test("knows each field's kind and marks", () => {
    const { fields } = form(year2022);
    expect(fields.map((field) => field.kind)).toEqual(["longText", "choices", "longText", "commitment"]);
    expect(fields.map((field) => field.required)).toEqual([true, true, false, true]);
    expect(fields.map((field) => field.identifying)).toEqual([false, false, true, false]);
    expect(fields[1]?.options).toEqual(["论文", "专利"]);
  });

  test.each(kinds)("keeps a field of the kind %s, whole", (kind) => {
    const model = { fields: [sample(kind, "one"), newField(kind, "two", "")], rest: { type: "object" } };
    const again = form(writeForm(model));
    expect(again.fields.map((field) => field.kind)).toEqual([kind, kind]);
    expect(sameJson(toSchema(again), toSchema(model))).toBe(true);
  });

  test.each([
    '{"type":"object","properties":{"a":{"anyOf":[{"type":"string"},{"type":"null"}],"title":"甲"}}}',
    '{"type":"object","properties":{"a":{"type":"string","maxLength":9,"x-more":1}}}',
    '{"type":"object","properties":{"a":{"title":"甲","type":"string","enum":["一","二"],"enumNames":["1","2"]}}}',
    '{"type":"object","properties":{"a":{"title":"组","type":"object","properties":{"b":{"type":"string"}}}}}',
    '{"type":"object","required":["gone"],"if":{"required":["a"]},"properties":{"a":{"title":"甲","type":"boolean"}}}',
    '{"type":"object","properties":{"a":{"title":"甲","type":"array","items":{"type":"string"},"minItems":2}}}',
  ])("loses nothing that it cannot show: %s", (text) => expect(same(text)).toBe(true));

  test("keeps the order of fields", () => {
    const { fields, rest } = form(year2022);
    const text = writeForm({ fields: moved(fields, 3, -1), rest });
    expect(form(text).fields.map((field) => field.key)).toEqual(["significance", "outcomes", "commitment", "foundation"]);
  });

  test("begins empty, closed to what it does not ask", () =>
    expect(toSchema(form(""))).toEqual({ type: "object", additionalProperties: false, properties: {} }));
  test.each(["[]", "{", "1"])("is none in %s", (text) => expect(readForm(text)).toBeUndefined());
});

describe("editing", () => {
  test("moves within the list only", () => {
    expect(moved([1, 2, 3], 0, 1)).toEqual([2, 1, 3]);
    expect(moved([1, 2, 3], 0, -1)).toEqual([1, 2, 3]);
    expect(moved([1, 2, 3], 2, 1)).toEqual([1, 2, 3]);
  });

  test("gives new keys", () => {
    const fields = [newField("text", "item_2", ""), newField("text", "item_3", "")];
    expect(freeKey(fields)).toBe("item_4");
    expect(freeKey([newField("text", "item_2", "")])).toBe("item_3");
  });

  test("asks for an answer that is not empty", () => {
    const text = withRequired(newField("text", "a", "甲"), true);
    expect(text.min).toBe(1);
    expect(withRequired(text, false).min).toBeUndefined();
    expect(withRequired(newField("date", "a", "甲"), true).min).toBeUndefined();
  });

  test("finds what is missing", () => {
    const fields = [
      newField("text", "a", " "),
      { ...newField("choice", "b", "乙"), options: ["一", "一"] },
      newField("table", "b", "丙"),
      { ...newField("integer", "d", "丁"), min: 3, max: 2 },
    ];
    expect(gapsOfForm({ fields, rest: {} })).toEqual([
      { field: 0, gap: "title" },
      { field: 1, gap: "repeated" },
      { field: 1, gap: "key" },
      { field: 2, gap: "columns" },
      { field: 2, gap: "key" },
      { field: 3, gap: "range" },
    ]);
  });
});
