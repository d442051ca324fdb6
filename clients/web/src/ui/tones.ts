export type Tone = "neutral" | "info" | "good" | "warning" | "bad";

// By the name of an enum's value; what waits for somebody is a warning, what goes on is info.
const tones: Record<Exclude<Tone, "neutral">, string[]> = {
  info: [
    "PUBLISHED", "SUBMITTED", "ENDORSED", "IN_REVIEW", "REVIEWED", "UNDER_REVIEW", "AWAITING_CHECK", "ON_NOTICE",
    "PROPOSED", "SIGNED", "ACCEPTED", "FUND", "FILED",
  ],
  good: ["OPEN", "ACTIVE", "APPROVED", "FUNDED", "PASSED", "DECIDED", "FUND_FIRST"],
  warning: ["RETURNED", "TO_BE_CORRECTED", "AWAITING_ENDORSEMENT", "PENDING", "INVITED", "ASSIGNED", "WAIVED", "ENDED"],
  bad: ["REFUSED", "NOT_ADMITTED", "FAILED", "DISABLED", "UPHELD", "DO_NOT_FUND", "OBJECTION_UPHELD"],
};

/** The tone of a state, by the name of its enum value. */
export function toneOf(name: string): Tone {
  const found = Object.entries(tones).find(([, names]) => names.includes(name));
  return (found?.[0] ?? "neutral") as Tone;
}
