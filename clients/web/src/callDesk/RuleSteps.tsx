import { create } from "@bufbuild/protobuf";
import { useTranslation } from "react-i18next";
import {
  AttachmentSlotSchema,
  Call_Blindness,
  Criterion_AnchorSchema,
  type Criterion,
  CriterionSchema,
  DayKind,
  ManualItemSchema,
} from "@/gen/redpeak/calls/v1/call_pb";
import { CheckField, MoneyField, NumberField, RadioField } from "@/ui/deskFields";
import { TextField } from "@/ui/TextField";
import styles from "./callDesk.module.css";
import { weightOf } from "./gaps";
import { freeCode, Rows } from "./Rows";
import type { StepProps } from "./stepProps";

const weightsWhole = 100;

function Anchors({ criterion, set }: { criterion: Criterion; set: (changes: Partial<Criterion>) => void }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  return (
    <details>
      <summary>{t("criteria.anchors", { count: criterion.anchors.length })}</summary>
      <Rows
        label={t("terms:field.anchors")}
        items={criterion.anchors}
        onItems={(anchors) => set({ anchors })}
        make={() => create(Criterion_AnchorSchema, { points: criterion.pointsMax })}
        add={t("criteria.addAnchor")}
        nameOf={(anchor) => t("criteria.upTo", { points: anchor.points })}
        row={(anchor, change) => (
          <div className={styles.pair}>
            <NumberField label={t("criteria.anchorPoints")} value={anchor.points} min={criterion.pointsMin} max={criterion.pointsMax} onValue={(points) => change({ points })} />
            <TextField label={t("criteria.anchorText")} value={anchor.text} onValue={(text) => change({ text })} />
          </div>
        )}
      />
    </details>
  );
}

export function CriteriaStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const sum = weightOf(call);
  return (
    <>
      <Rows
        label={t("terms:field.criteria")}
        items={call.criteria}
        onItems={(criteria) => change({ criteria })}
        make={() =>
          create(CriterionSchema, {
            code: freeCode(call.criteria, "criterion-"),
            weight: Math.max(weightsWhole - sum, 0),
            pointsMax: 100,
            anchors: call.criteria.at(-1)?.anchors ?? [],
          })
        }
        add={t("criteria.add")}
        nameOf={(one) => one.displayName}
        empty={t("criteria.empty")}
        row={(one, set, at) => (
          <>
            <div className={styles.pair}>
              <TextField label={t("terms:field.display_name")} value={one.displayName} problem={problems[`criteria[${at}].display_name`]} onValue={(displayName) => set({ displayName })} />
              <NumberField label={t("criteria.weight")} value={one.weight} min={1} max={100} problem={problems[`criteria[${at}].weight`]} onValue={(weight) => set({ weight })} />
              <NumberField label={t("terms:field.points_min")} value={one.pointsMin} min={0} problem={problems[`criteria[${at}].points_min`]} onValue={(pointsMin) => set({ pointsMin })} />
              <NumberField label={t("terms:field.points_max")} value={one.pointsMax} min={1} max={1000} problem={problems[`criteria[${at}].points_max`]} onValue={(pointsMax) => set({ pointsMax })} />
            </div>
            <Anchors criterion={one} set={set} />
          </>
        )}
      />
      <p role="status" className={sum === weightsWhole ? "quiet" : styles.notice}>
        {t(sum === weightsWhole ? "criteria.sumRight" : "criteria.sumWrong", { sum, rest: weightsWhole - sum })}
      </p>
    </>
  );
}

export function FilesStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  return (
    <>
      <h3>{t("files.slots")}</h3>
      <Rows
        label={t("files.slots")}
        items={call.attachmentSlots}
        onItems={(attachmentSlots) => change({ attachmentSlots })}
        make={() => create(AttachmentSlotSchema, { code: freeCode(call.attachmentSlots, "file-"), required: true })}
        add={t("files.addSlot")}
        nameOf={(one) => one.displayName}
        empty={t("files.noSlots")}
        row={(one, set, at) => (
          <>
            <TextField label={t("terms:field.display_name")} value={one.displayName} problem={problems[`attachment_slots[${at}].display_name`]} onValue={(displayName) => set({ displayName })} />
            <CheckField label={t("files.required")} checked={one.required} onChecked={(required) => set({ required })} />
            <CheckField label={t("files.shown")} hint={t("files.shownHint")} checked={one.shownToExperts} onChecked={(shownToExperts) => set({ shownToExperts })} />
          </>
        )}
      />
      <h3>{t("files.items")}</h3>
      <p className="quiet">{t("files.itemsText")}</p>
      <Rows
        label={t("files.items")}
        items={call.manualItems}
        onItems={(manualItems) => change({ manualItems })}
        make={() => create(ManualItemSchema, { code: freeCode(call.manualItems, "ITEM_") })}
        add={t("files.addItem")}
        nameOf={(one) => one.displayName}
        empty={t("files.noItems")}
        row={(one, set, at) => (
          <div className={styles.pair}>
            <TextField label={t("files.itemName")} value={one.displayName} problem={problems[`manual_items[${at}].display_name`]} onValue={(displayName) => set({ displayName })} />
            <TextField label={t("files.itemCode")} value={one.code} problem={problems[`manual_items[${at}].code`]} onValue={(code) => set({ code: code.toUpperCase().replaceAll("-", "_") })} />
          </div>
        )}
      />
    </>
  );
}

function Funding({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const { funding } = call;
  const choose = (kind: string) =>
    change({ funding: kind === "budgetFen" ? { case: "budgetFen", value: 0n } : { case: "fundedCount", value: 0 } });
  return (
    <>
      <RadioField
        label={t("rules.funding")}
        choices={[
          { value: "fundedCount", text: t("rules.byCount") },
          { value: "budgetFen", text: t("rules.byBudget") },
        ]}
        value={funding.case ?? ""}
        problem={problems.funding}
        onValue={choose}
      />
      {funding.case === "fundedCount" && (
        <NumberField label={t("rules.count")} value={funding.value} min={1} problem={problems.funded_count} onValue={(value) => change({ funding: { case: "fundedCount", value } })} />
      )}
      {funding.case === "budgetFen" && (
        <MoneyField label={t("terms:field.budget_fen")} fen={funding.value} problem={problems.budget_fen} onFen={(value) => change({ funding: { case: "budgetFen", value } })} />
      )}
    </>
  );
}

export function RulesStep(props: StepProps) {
  const { call, change, problems } = props;
  const { t } = useTranslation(["callDesk", "terms"]);
  return (
    <>
      <CheckField label={t("rules.endorsement")} hint={t("rules.endorsementHint")} checked={call.endorsementRequired} onChecked={(endorsementRequired) => change({ endorsementRequired })} />
      <NumberField label={t("rules.quota")} hint={t("rules.quotaHint")} value={call.leaderQuota} min={0} max={100} problem={problems.leader_quota} onValue={(leaderQuota) => change({ leaderQuota })} />
      <RadioField
        label={t("terms:field.blindness")}
        choices={[
          { value: String(Call_Blindness.DOUBLE_BLIND), text: t("terms:enum.calls.v1.Call.Blindness.DOUBLE_BLIND"), hint: t("rules.doubleHint") },
          { value: String(Call_Blindness.SINGLE_BLIND), text: t("terms:enum.calls.v1.Call.Blindness.SINGLE_BLIND"), hint: t("rules.singleHint") },
        ]}
        value={String(call.blindness)}
        problem={problems.blindness}
        onValue={(value) => change({ blindness: Number(value) })}
      />
      <NumberField label={t("terms:field.reviews_per_submission", { defaultValue: t("rules.reviews") })} value={call.reviewsPerSubmission} min={1} max={15} problem={problems.reviews_per_submission} onValue={(reviewsPerSubmission) => change({ reviewsPerSubmission })} />
      <Funding {...props} />
      <div className={styles.pair}>
        <NumberField label={t("terms:field.notice_days")} value={call.noticeDays} min={1} max={60} problem={problems.notice_days} onValue={(noticeDays) => change({ noticeDays })} />
        <RadioField
          label={t("terms:field.notice_day_kind")}
          choices={[
            { value: String(DayKind.WORKING_DAYS), text: t("terms:enum.calls.v1.DayKind.WORKING_DAYS") },
            { value: String(DayKind.CALENDAR_DAYS), text: t("terms:enum.calls.v1.DayKind.CALENDAR_DAYS") },
          ]}
          value={String(call.noticeDayKind)}
          problem={problems.notice_day_kind}
          onValue={(value) => change({ noticeDayKind: Number(value) })}
        />
      </div>
    </>
  );
}
