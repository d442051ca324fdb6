import { create } from "@bufbuild/protobuf";
import { expect, test } from "vitest";
import { PersonSchema } from "@/gen/redpeak/identity/v1/identity_pb";
import { changedPaths, formOf, personOf, tidyOrcid } from "./form";

const person = create(PersonSchema, { name: "people/1", displayName: "张三", birthYear: 1980, etag: "4" });

test("only what changed is sent", () => {
  const form = { ...formOf(person), degree: "博士", birthYear: "1981", identityNumber: "x" };
  expect(changedPaths(formOf(person), form)).toEqual(["birth_year", "degree", "identity_number"]);
  expect(personOf(person, form)).toMatchObject({ name: "people/1", etag: "4", birthYear: 1981, degree: "博士" });
});

test("a year that is none is left for the server to refuse", () => {
  expect(personOf(person, { ...formOf(person), birthYear: "八零" }).birthYear).toBe(1);
  expect(personOf(person, { ...formOf(person), birthYear: "" }).birthYear).toBe(0);
});

test.each([
  ["https://orcid.org/0000-0002-1825-0097", "0000-0002-1825-0097"],
  ["000000021694233x", "0000-0002-1694-233X"],
  ["123", "123"],
])("%s", (typed, orcid) => expect(tidyOrcid(typed)).toBe(orcid));
