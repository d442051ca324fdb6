import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";

export interface Member {
  displayName: string;
  unitName: string;
  person: string; // people/{person} where known
}

/** What an applicant writes of a submission, as the forms hold it. */
export interface Fields {
  title: string;
  category: string;
  discipline: string;
  amountFen: bigint;
  startDate: string;
  endDate: string;
  abstract: string;
  keywords: string[];
  form: string; // JSON
  team: Member[];
  avoidedExperts: string[]; // people/{person}
}
export type FieldKey = keyof Fields;

/** The names that the server gives the fields. */
export const paths: Record<FieldKey, string> = {
  title: "title",
  category: "category",
  discipline: "discipline",
  amountFen: "amount_fen",
  startDate: "start_date",
  endDate: "end_date",
  abstract: "abstract",
  keywords: "keywords",
  form: "form",
  team: "team",
  avoidedExperts: "avoided_experts",
};
export const fieldKeys = Object.keys(paths) as FieldKey[];

export function fieldsOf(submission: Submission): Fields {
  const { title, category, discipline, amountFen, startDate, endDate, abstract, form } = submission;
  return {
    ...{ title, category, discipline, amountFen, startDate, endDate, abstract, form },
    keywords: [...submission.keywords],
    team: submission.team.map(({ displayName, unitName, person }) => ({ displayName, unitName, person })),
    avoidedExperts: [...submission.avoidedExperts],
  };
}

/** Whether two values of a field say the same. */
export function isSame(one: unknown, other: unknown): boolean {
  return one === other || textOf(one) === textOf(other);
}
const textOf = (value: unknown) =>
  JSON.stringify(value, (_, part: unknown) => (typeof part === "bigint" ? part.toString() : part));

/** The fields of `now` that differ from `before`. */
export function changesOf(before: Fields, now: Fields): Partial<Fields> {
  const changed = fieldKeys.filter((key) => !isSame(before[key], now[key]));
  return pick(now, changed);
}

export function pick(fields: Partial<Fields>, keys: readonly FieldKey[]): Partial<Fields> {
  return Object.fromEntries(keys.map((key) => [key, fields[key]])) as Partial<Fields>;
}

export const keysOf = (fields: Partial<Fields>) => Object.keys(fields) as FieldKey[];

/** The key of a violation's field: "submission.team[2].display_name" is of "team". */
export function keyOfPath(path: string): FieldKey | undefined {
  const name = path.replace(/^submission\./, "").split(/[.[]/)[0];
  return fieldKeys.find((key) => paths[key] === name);
}
