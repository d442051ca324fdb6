import type { TFunction } from "i18next";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Fact } from "@/ui/Facts";
import { FieldText } from "./FieldText";
import { stepOf } from "./gaps";
import { desk } from "./useCall";

const fields = [
  "title", "programme", "year", "number_prefix", "opens_at", "closes_at", "review_due", "categories", "criteria",
  "attachment_slots", "manual_items", "endorsement_required", "leader_quota", "reviews_per_submission", "blindness",
  "funding", "notice_days", "guideline", "form_schema",
];
const own: Record<string, string> = {
  title: "terms:fieldOf.calls.v1.Call.title",
  funding: "callDesk:rules.funding",
  guideline: "callDesk:step.guideline",
  form_schema: "callDesk:step.form",
};

/** Everything that a call says; `changeable`: with the way to each step of the editor. */
export function factsOf(call: Call, t: TFunction, changeable: boolean): Fact[] {
  return fields.map((field) => ({
    label: t(own[field] ?? `terms:field.${field}`),
    value: <FieldText call={call} field={field} />,
    change: changeable ? desk.step(call.name, stepOf(field)) : undefined,
  }));
}
