/** What is typed to object. */
export interface Objection {
  submissionNumber: string;
  realName: string;
  contact: string;
  unitName: string;
  text: string;
}
export type ObjectionField = keyof Objection;
export const emptyObjection: Objection = { submissionNumber: "", realName: "", contact: "", unitName: "", text: "" };

export const lengths = { realName: [2, 60], contact: [5, 100], unitName: [0, 120], text: [10, 5000] } as const;

// What the server calls the fields.
export const serverNames: Record<ObjectionField, string> = {
  submissionNumber: "submission_number",
  realName: "real_name",
  contact: "contact",
  unitName: "unit_name",
  text: "text",
};

export type Problem = { key: "required" } | { key: "unknownNumber" } | { key: "short"; min: number } | { key: "long"; max: number };

const characters = (text: string) => [...text].length;

function problemOf(field: ObjectionField, typed: string, numbers: readonly string[]): Problem | undefined {
  const text = typed.trim();
  if (field === "submissionNumber") {
    if (text === "") return { key: "required" };
    return numbers.includes(text) ? undefined : { key: "unknownNumber" };
  }
  const [min, max] = lengths[field];
  if (min > 0 && text === "") return { key: "required" };
  if (characters(text) < min) return { key: "short", min };
  return characters(text) > max ? { key: "long", max } : undefined;
}

/** What is wrong, by field; `numbers`: those of the notice. The server checks again. */
export function problemsOf(objection: Objection, numbers: readonly string[]): Partial<Record<ObjectionField, Problem>> {
  const found = (Object.keys(objection) as ObjectionField[]).map((field) => [field, problemOf(field, objection[field], numbers)] as const);
  return Object.fromEntries(found.filter(([, problem]) => problem));
}

/** Without the white space around what was typed. */
export function trimmed(objection: Objection): Objection {
  return Object.fromEntries(Object.entries(objection).map(([field, text]) => [field, (text as string).trim()])) as unknown as Objection;
}
