import { useState } from "react";
import { useTranslation } from "react-i18next";
import { DisciplineField } from "@/discipline/DisciplineField";
import { useLanguage } from "@/i18n/useLanguage";
import { formatWan, parseWan } from "@/ui/wan";
import { abstractMax, idOfField, titleMax } from "./complete";
import { ConflictNote, Frame, GroupFrame } from "./Frame";
import { KeywordsField } from "./KeywordsField";
import styles from "./submission.module.css";
import type { Draft } from "./useDraft";

const lengthOf = (text: string) => [...text].length;

function TitleField({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt } = draft;
  return (
    <Frame id={idOfField("title")} label={t("field.title")} problem={problemAt("title")} count={{ typed: lengthOf(fields.title), max: titleMax }}>
      {(control) => (
        <input {...control} className="input" value={fields.title} onChange={(event) => set({ title: event.target.value })} />
      )}
    </Frame>
  );
}

function CategoryField({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const language = useLanguage();
  const { fields, set, problemAt, call } = draft;
  if (call.categories.length === 0) return null;
  return (
    <GroupFrame id={idOfField("category")} label={t("field.category")} problem={problemAt("category")}>
      {call.categories.map(({ code, displayName, ceilingFen }) => (
        <label key={code} className={styles.choice}>
          <input type="radio" name="category" checked={fields.category === code} onChange={() => set({ category: code })} />
          <span>
            {displayName}{" "}
            <span className="quiet">
              {ceilingFen > 0n ? t("ceiling", { amount: formatWan(ceilingFen, language) }) : t("noMoney")}
            </span>
          </span>
        </label>
      ))}
    </GroupFrame>
  );
}

function AmountField({ draft }: { draft: Draft }) {
  const { t } = useTranslation(["submission", "ui"]);
  const language = useLanguage();
  const { fields, set, problemAt, call } = draft;
  const [typed, setTyped] = useState<string>();
  const shown = typed ?? (fields.amountFen === 0n ? "" : formatWan(fields.amountFen, language));
  const wrong = shown !== "" && parseWan(shown) === undefined;
  const category = call.categories.find(({ code }) => code === fields.category);
  const change = (text: string) => {
    setTyped(text);
    const fen = text.trim() === "" ? 0n : parseWan(text);
    if (fen !== undefined) set({ amountFen: fen });
  };
  return (
    <Frame
      id={idOfField("amount_fen")}
      label={t("field.amount")}
      hint={category && category.ceilingFen > 0n ? t("amountHint", { amount: formatWan(category.ceilingFen, language) }) : t("ui:money.hint")}
      problem={wrong ? t("ui:money.wrong") : problemAt("amount_fen")}
    >
      {(control) => (
        <div className={styles.withUnit}>
          <input {...control} className="input number" inputMode="decimal" value={shown} onChange={(event) => change(event.target.value)} onBlur={() => !wrong && setTyped(undefined)} />
          <span>{t("ui:money.unit")}</span>
        </div>
      )}
    </Frame>
  );
}

function DayField({ draft, which }: { draft: Draft; which: "startDate" | "endDate" }) {
  const { t } = useTranslation("submission");
  const path = which === "startDate" ? "start_date" : "end_date";
  return (
    <Frame id={idOfField(path)} label={t(`field.${which}`)} problem={draft.problemAt(path)}>
      {(control) => (
        <input
          {...control}
          className="input"
          type="date"
          min={which === "endDate" ? draft.fields.startDate || undefined : undefined}
          max="9999-12-31"
          value={draft.fields[which]}
          onChange={(event) => draft.set({ [which]: event.target.value })}
        />
      )}
    </Frame>
  );
}

function AbstractField({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt } = draft;
  return (
    <Frame id={idOfField("abstract")} label={t("field.abstract")} hint={t("abstractHint")} problem={problemAt("abstract")} count={{ typed: lengthOf(fields.abstract), max: abstractMax }}>
      {(control) => (
        <textarea {...control} className="input" rows={8} value={fields.abstract} onChange={(event) => set({ abstract: event.target.value })} />
      )}
    </Frame>
  );
}

/** What every call asks for. */
export function BasicsStep({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt, conflicts, settle } = draft;
  const note = { conflicts, settle };
  return (
    <>
      <ConflictNote of="title" label={t("field.title")} {...note} />
      <TitleField draft={draft} />
      <ConflictNote of="category" label={t("field.category")} {...note} />
      <CategoryField draft={draft} />
      <ConflictNote of="discipline" label={t("field.discipline")} {...note} />
      <DisciplineField id={idOfField("discipline")} code={fields.discipline} problem={problemAt("discipline")} onCode={(discipline) => set({ discipline })} />
      <ConflictNote of="amountFen" label={t("field.amount")} {...note} />
      <AmountField draft={draft} />
      <ConflictNote of="startDate" label={t("field.startDate")} {...note} />
      <ConflictNote of="endDate" label={t("field.endDate")} {...note} />
      <div className={styles.pair}>
        <DayField draft={draft} which="startDate" />
        <DayField draft={draft} which="endDate" />
      </div>
      <ConflictNote of="abstract" label={t("field.abstract")} {...note} />
      <AbstractField draft={draft} />
      <ConflictNote of="keywords" label={t("field.keywords")} {...note} />
      <KeywordsField draft={draft} />
    </>
  );
}
