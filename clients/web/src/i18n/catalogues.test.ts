import { readdirSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";

const source = dirname(dirname(fileURLToPath(import.meta.url)));
const folders = readdirSync(source, { recursive: true, withFileTypes: true })
  .filter((entry) => entry.name === "zh-CN.json" || entry.name === "en.json")
  .map((entry) => entry.parentPath);

/** Every text by its path; plural forms count as one, for Chinese has one. */
function texts(tree: object, path = ""): [string, string][] {
  return Object.entries(tree).flatMap(([key, value]): [string, string][] => {
    const at = `${path}/${key.replace(/_(one|other)$/, "")}`;
    return typeof value === "string" ? [[at, value]] : texts(value as object, at);
  });
}
const read = (folder: string, language: string) =>
  texts(JSON.parse(readFileSync(join(folder, `${language}.json`), "utf8")) as object);
const gaps = (text: string) => [...text.matchAll(/\{\{(\w+)/g)].map((match) => match[1]).sort();

describe.each([...new Set(folders)])("the catalogues of %s", (folder) => {
  const chinese = new Map(read(folder, "zh-CN"));
  const english = new Map(read(folder, "en"));

  test("have the same keys", () => {
    expect([...new Set(chinese.keys())].sort()).toEqual([...new Set(english.keys())].sort());
  });

  test("leave the same gaps to fill", () => {
    for (const [key, text] of chinese) {
      // A plural form need not say its number.
      const wanted = gaps(text).filter((gap) => gap !== "count");
      const got = gaps(english.get(key) ?? "").filter((gap) => gap !== "count");
      expect(got, key).toEqual(wanted);
    }
  });

  test("hold no empty text", () => {
    for (const [key, text] of [...chinese, ...english]) expect(text.trim(), key).not.toBe("");
  });
});
