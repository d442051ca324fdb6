import { useTranslation } from "react-i18next";
import { type Call, Call_BlindnessSchema, DayKindSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { EnumText } from "@/ui/StatusChip";
import { readForm } from "./formSchema";
import { useProgrammes } from "./useProgrammes";

function Funding({ call }: { call: Call }) {
  const { t } = useTranslation("callDesk");
  const { funding } = call;
  if (funding.case === "fundedCount") return t("rules.countValue", { count: funding.value });
  return funding.case === "budgetFen" ? <Money fen={funding.value} /> : null;
}

function ProgrammeText({ name }: { name: string }) {
  return useProgrammes().nameOf(name);
}

/** What a call says in one of its fields, in a line or two. */
export function FieldText({ call, field }: { call: Call; field: string }) {
  const { t } = useTranslation("callDesk");
  const namesOf = (items: readonly { displayName: string }[]) => items.map((item) => item.displayName).join("、");
  switch (field) {
    case "programme":
      return <ProgrammeText name={call.programme} />;
    case "opens_at":
      return <Instant at={call.opensAt} />;
    case "closes_at":
      return <Instant at={call.closesAt} />;
    case "review_due":
      return <Instant at={call.reviewDue} />;
    case "categories":
      return call.categories.map((one) => (
        <div key={one.code}>
          {one.displayName}: <Money fen={one.ceilingFen} />
        </div>
      ));
    case "criteria":
      return call.criteria.map((one) => (
        <div key={one.code}>
          {one.displayName} <span className="number">{one.weight}%</span>
        </div>
      ));
    case "attachment_slots":
      return namesOf(call.attachmentSlots);
    case "manual_items":
      return namesOf(call.manualItems);
    case "funded_count":
    case "budget_fen":
    case "funding":
      return <Funding call={call} />;
    case "blindness":
      return <EnumText of={Call_BlindnessSchema} value={call.blindness} />;
    case "notice_days":
    case "notice_day_kind":
      return (
        <>
          {call.noticeDays} <EnumText of={DayKindSchema} value={call.noticeDayKind} />
        </>
      );
    case "endorsement_required":
      return t(call.endorsementRequired ? "yes" : "no");
    case "leader_quota":
      return call.leaderQuota || t("rules.noQuota");
    case "reviews_per_submission":
      return call.reviewsPerSubmission || null;
    case "guideline":
      return call.guideline && t("characters", { count: call.guideline.length });
    case "form_schema":
      return t("form.count", { count: readForm(call.formSchema)?.fields.length ?? 0 });
    case "title":
      return call.title;
    case "year":
      return call.year;
    case "number_prefix":
      return call.numberPrefix;
  }
  return null;
}
