import type { Organisation, Person } from "@/gen/redpeak/identity/v1/identity_pb";
import type { Named } from "@/ui/NamePicker";

// What the server takes, in its own words; the texts are this folder's.
export const genders = ["男", "女"] as const;
export const ranks = ["正高级", "副高级", "中级", "初级"] as const;

/** What a form holds of a person. */
export interface Typed {
  displayName: string;
  organisation: Named | undefined;
  gender: string;
  professionalTitle: string;
  email: string;
  phone: string;
  birthYear: string;
  degree: string;
  discipline: string;
  orcid: string;
  /** Never told by the server; empty: stays as it is. */
  identityNumber: string;
}

export const nothingTyped: Typed = {
  displayName: "", organisation: undefined, gender: "", professionalTitle: "", email: "", phone: "", birthYear: "", degree: "",
  discipline: "", orcid: "", identityNumber: "",
};

export function typedOf(person: Person, organisation: Organisation | undefined): Typed {
  const { displayName, gender, professionalTitle, email, phone, birthYear, degree, discipline, orcid } = person;
  return {
    displayName, gender, professionalTitle, email, phone, degree, discipline, orcid,
    birthYear: birthYear > 0 ? String(birthYear) : "",
    organisation: organisation && { name: organisation.name, text: organisation.displayName },
    identityNumber: "",
  };
}

/** As the server has a person; a year that is no number is sent as one that it refuses. */
export function personOf({ organisation, birthYear, ...rest }: Typed) {
  const year = birthYear.trim() === "" ? 0 : Number(birthYear);
  return { ...rest, organisation: organisation?.name ?? "", birthYear: Number.isInteger(year) ? year : -1 };
}
