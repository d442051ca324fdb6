import { create } from "@bufbuild/protobuf";
import { type Person, PersonSchema } from "@/gen/redpeak/identity/v1/identity_pb";

/** A person as the form holds one. */
export interface Form {
  displayName: string;
  email: string;
  phone: string;
  gender: string;
  birthYear: string;
  professionalTitle: string;
  degree: string;
  discipline: string;
  orcid: string;
  identityNumber: string; // only ever sent, never shown
}

const paths: Record<keyof Form, string> = {
  displayName: "display_name",
  email: "email",
  phone: "phone",
  gender: "gender",
  birthYear: "birth_year",
  professionalTitle: "professional_title",
  degree: "degree",
  discipline: "discipline",
  orcid: "orcid",
  identityNumber: "identity_number",
};

export function formOf(person: Person): Form {
  const { displayName, email, phone, gender, birthYear, professionalTitle, degree, discipline, orcid } = person;
  const year = birthYear === 0 ? "" : String(birthYear);
  return { displayName, email, phone, gender, birthYear: year, professionalTitle, degree, discipline, orcid, identityNumber: "" };
}

/** What changed, as the server names it. */
export function changedPaths(before: Form, now: Form): string[] {
  const keys = Object.keys(paths) as (keyof Form)[];
  return keys.filter((key) => before[key] !== now[key]).map((key) => paths[key]);
}

/** The digits of an ORCID iD with its hyphens, from whatever was pasted: an address, or digits alone. */
export function tidyOrcid(text: string): string {
  const digits = text.toUpperCase().replace(/^.*ORCID\.ORG\//, "").replaceAll(/[^0-9X]/g, "");
  return digits.length === 16 ? (digits.match(/.{4}/g) ?? []).join("-") : text.trim();
}

export function personOf(person: Person, form: Form): Person {
  const { birthYear, orcid, ...rest } = form;
  // A year that is no number becomes one that the server refuses, at its field.
  const year = birthYear.trim() === "" ? 0 : Number(birthYear);
  return create(PersonSchema, {
    ...rest,
    name: person.name,
    etag: person.etag,
    birthYear: Number.isInteger(year) ? year : 1,
    orcid: orcid && tidyOrcid(orcid),
  });
}
