import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain, fieldProblems } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { TextArea } from "@/ui/TextArea";
import { TextField } from "@/ui/TextField";
import { type Objection, type ObjectionField, problemsOf, serverNames } from "./objection";
import type { PublicNotice } from "./wire";

interface Props {
  notice: PublicNotice;
  initial: Objection;
  refusal: Refusal | undefined;
  onNext: (objection: Objection) => void;
}

const fields = Object.keys(serverNames) as ObjectionField[];

/** What the page and the server found wrong, in words. */
function useProblems(notice: PublicNotice, refusal: Refusal | undefined) {
  const { t } = useTranslation(["notice", "ui", "errors"]);
  const [own, setOwn] = useState<Partial<Record<ObjectionField, string>>>();
  const numbers = notice.items?.map((item) => item.number) ?? [];
  const served = refusal ? fieldProblems(refusal, "objection", t) : {};
  const theirs = Object.fromEntries(fields.map((field) => [field, served[serverNames[field]]]));
  const check = (objection: Objection) => {
    const found = Object.entries(problemsOf(objection, numbers)).map(([field, problem]) => [field, t(`problem.${problem.key}`, { ...problem })]);
    setOwn(Object.fromEntries(found) as Partial<Record<ObjectionField, string>>);
    return found.length === 0;
  };
  const title = own ? t("problem.title") : refusal && explain(refusal, t);
  return { problems: (own ?? theirs) as Partial<Record<ObjectionField, string>>, title, check };
}

export function ObjectionForm({ notice, initial, refusal, onNext }: Props) {
  const { t } = useTranslation("notice");
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const { problems, title, check } = useProblems(notice, refusal);
  const wrong = fields.filter((field) => problems[field]);
  const inputOf = (field: ObjectionField) => ({
    id: `${id}${field}`,
    label: t(`field.${field}`),
    value: typed[field],
    problem: problems[field],
    onValue: (value: string) => setTyped((before) => ({ ...before, [field]: value })),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (check(typed)) onNext(typed);
  };
  return (
    <form className="stack" noValidate onSubmit={submit}>
      {wrong.length > 0 && title && (
        <ErrorSummary
          title={title}
          problems={wrong.map((field) => ({ text: `${t(`field.${field}`)}: ${problems[field]}`, target: `${id}${field}` }))}
        />
      )}
      <p>{t("object.text")}</p>
      <TextField {...inputOf("submissionNumber")} list={`${id}items`} hint={t("hint.submissionNumber")} required autoComplete="off" />
      <datalist id={`${id}items`}>
        {notice.items?.map((item) => (
          <option key={item.number} value={item.number} label={item.title} />
        ))}
      </datalist>
      <TextField {...inputOf("realName")} hint={t("hint.realName")} required autoComplete="name" />
      <TextField {...inputOf("contact")} hint={t("hint.contact")} required autoComplete="email" />
      <TextField {...inputOf("unitName")} hint={t("hint.unitName")} autoComplete="organization" />
      <TextArea {...inputOf("text")} hint={t("hint.text")} required rows={8} />
      <div>
        <button type="submit" className="button primary">
          {t("object.next")}
        </button>
      </div>
    </form>
  );
}
