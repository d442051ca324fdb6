import { timestampMs, type Timestamp } from "@bufbuild/protobuf/wkt";
import { Call_Blindness, type Call, DayKind } from "@/gen/redpeak/calls/v1/call_pb";
import { gapsOfForm } from "./formEdit";
import { readForm } from "./formSchema";

export const steps = ["basics", "dates", "categories", "criteria", "files", "rules", "guideline", "form"] as const;
export type Step = (typeof steps)[number];

export interface Gap {
  step: Step;
  /** Key of its text in callDesk:gap. */
  key: string;
}

const before = (one: Timestamp | undefined, other: Timestamp | undefined) =>
  one !== undefined && other !== undefined && timestampMs(one) < timestampMs(other);
const coded = (items: readonly { code: string; displayName: string }[]) =>
  items.every((item) => item.displayName.trim() !== "" && item.code !== "") &&
  new Set(items.map((item) => item.code)).size === items.length;
export const weightOf = (call: Call) => call.criteria.reduce((sum, criterion) => sum + criterion.weight, 0);

const formIsWhole = (text: string) => {
  const form = readForm(text);
  return form !== undefined && form.fields.length > 0 && gapsOfForm(form).length === 0;
};

/** What publishing will ask for that is not there yet. The server has the last word. */
export function gapsOfCall(call: Call, now: Date): Gap[] {
  const present = { seconds: BigInt(Math.floor(now.getTime() / 1000)), nanos: 0 } as Timestamp;
  const all: [Step, string, boolean][] = [
    ["basics", "programme", call.programme === ""],
    ["basics", "title", call.title.trim() === ""],
    ["basics", "numberPrefix", !/^[A-Z0-9]{1,12}$/.test(call.numberPrefix)],
    ["dates", "opensAt", !call.opensAt],
    ["dates", "closesAt", !call.closesAt],
    ["dates", "closesEarly", call.closesAt !== undefined && call.opensAt !== undefined && !before(call.opensAt, call.closesAt)],
    ["dates", "closesPast", before(call.closesAt, present)],
    ["dates", "reviewEarly", call.reviewDue !== undefined && !before(call.closesAt, call.reviewDue)],
    ["categories", "categories", call.categories.length === 0],
    ["categories", "categoryNames", !coded(call.categories)],
    ["criteria", "criteria", call.criteria.length === 0],
    ["criteria", "criterionNames", !coded(call.criteria)],
    ["criteria", "weights", call.criteria.length > 0 && weightOf(call) !== 100],
    ["criteria", "points", call.criteria.some((one) => one.pointsMax <= one.pointsMin)],
    ["criteria", "anchors", call.criteria.some((one) => one.anchors.some((anchor) => anchor.text.trim() === ""))],
    ["files", "slotNames", !coded(call.attachmentSlots)],
    ["files", "itemNames", !coded(call.manualItems)],
    ["rules", "reviews", call.reviewsPerSubmission < 1],
    ["rules", "blindness", call.blindness === Call_Blindness.BLINDNESS_UNSPECIFIED],
    ["rules", "funding", !call.funding.case || !call.funding.value],
    ["rules", "noticeDays", call.noticeDays < 1 || call.noticeDayKind === DayKind.DAY_KIND_UNSPECIFIED],
    ["guideline", "guideline", call.guideline.trim() === ""],
    ["form", "form", !formIsWhole(call.formSchema)],
  ];
  return all.flatMap(([step, key, missing]) => (missing ? [{ step, key }] : []));
}

const stepsOfFields: Record<Step, string[]> = {
  basics: ["programme", "title", "year", "number_prefix"],
  dates: ["opens_at", "closes_at", "review_due"],
  categories: ["categories"],
  criteria: ["criteria"],
  files: ["attachment_slots", "manual_items"],
  rules: ["endorsement_required", "reviews_per_submission", "blindness", "funding", "funded_count", "budget_fen", "leader_quota", "notice_days", "notice_day_kind"],
  guideline: ["guideline"],
  form: ["form_schema"],
};

/** The step at which a field can be changed: "call.criteria[0].weight" is of the criteria. */
export function stepOf(field: string): Step {
  const name = field.replace(/^call\./, "").replace(/[.[].*/, "");
  return steps.find((step) => stepsOfFields[step].includes(name)) ?? "basics";
}
