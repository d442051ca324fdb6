import { useTranslation } from "react-i18next";
import { MoneyField, InstantField, NumberField, SelectField, TextAreaField } from "@/ui/deskFields";
import { create } from "@bufbuild/protobuf";
import { CategorySchema } from "@/gen/redpeak/calls/v1/call_pb";
import { Markdown } from "@/ui/Markdown";
import { TextField } from "@/ui/TextField";
import styles from "./callDesk.module.css";
import { freeCode, Rows } from "./Rows";
import type { StepProps } from "./stepProps";
import { useProgrammes } from "./useProgrammes";

const titleCharactersMax = 120;

export function BasicsStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const { programmes } = useProgrammes();
  return (
    <>
      <TextField label={t("terms:fieldOf.calls.v1.Call.title")} value={call.title} maxLength={titleCharactersMax} problem={problems.title} onValue={(title) => change({ title })} />
      <SelectField
        label={t("terms:field.programme")}
        hint={t("basics.programmeHint")}
        none={t("choose")}
        choices={programmes.map((one) => ({ value: one.name, text: one.displayName }))}
        value={call.programme}
        problem={problems.programme}
        onValue={(programme) => change({ programme })}
      />
      <div className={styles.pair}>
        <NumberField label={t("terms:field.year")} value={call.year} min={2000} max={2199} problem={problems.year} onValue={(year) => change({ year })} />
        <TextField
          label={t("terms:field.number_prefix")}
          hint={t("basics.prefixHint", { example: `${call.numberPrefix || "KT"}-000123` })}
          value={call.numberPrefix}
          maxLength={12}
          problem={problems.number_prefix}
          onValue={(text) => change({ numberPrefix: text.toUpperCase().replaceAll(/[^A-Z0-9]/g, "") })}
        />
      </div>
    </>
  );
}

export function DatesStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const zone = Intl.DateTimeFormat().resolvedOptions().timeZone;
  return (
    <>
      <p className="quiet">{t("dates.zone", { zone })}</p>
      <InstantField label={t("terms:field.opens_at")} at={call.opensAt} problem={problems.opens_at} onAt={(opensAt) => change({ opensAt })} />
      <InstantField label={t("terms:field.closes_at")} hint={t("dates.closesHint")} at={call.closesAt} problem={problems.closes_at} onAt={(closesAt) => change({ closesAt })} />
      <InstantField label={t("terms:field.review_due")} hint={t("dates.reviewHint")} at={call.reviewDue} problem={problems.review_due} onAt={(reviewDue) => change({ reviewDue })} />
    </>
  );
}

export function CategoriesStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation(["callDesk", "terms"]);
  return (
    <Rows
      label={t("terms:field.categories")}
      items={call.categories}
      onItems={(categories) => change({ categories })}
      make={() => create(CategorySchema, { code: freeCode(call.categories, "category-") })}
      add={t("categories.add")}
      nameOf={(one) => one.displayName}
      empty={t("categories.empty")}
      row={(one, set, at) => (
        <div className={styles.pair}>
          <TextField label={t("terms:field.display_name")} value={one.displayName} problem={problems[`categories[${at}].display_name`]} onValue={(displayName) => set({ displayName })} />
          <MoneyField label={t("terms:field.ceiling_fen")} hint={t("categories.ceilingHint")} fen={one.ceilingFen} problem={problems[`categories[${at}].ceiling_fen`]} onFen={(ceilingFen) => set({ ceilingFen })} />
          <TextField label={t("terms:field.code")} value={one.code} problem={problems[`categories[${at}].code`]} onValue={(code) => set({ code: code.toLowerCase() })} />
        </div>
      )}
    />
  );
}

const guidelineCharactersMax = 100_000;

export function GuidelineStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation("callDesk");
  return (
    <div className={styles.split}>
      <TextAreaField
        label={t("guideline.label")}
        hint={t("guideline.hint")}
        rows={24}
        maxLength={guidelineCharactersMax}
        value={call.guideline}
        problem={problems.guideline}
        onValue={(guideline) => change({ guideline })}
      />
      <section className="field" aria-label={t("preview")}>
        <strong>{t("preview")}</strong>
        <div className={styles.preview}>{call.guideline ? <Markdown text={call.guideline} /> : <p className="quiet">{t("guideline.empty")}</p>}</div>
      </section>
    </div>
  );
}
