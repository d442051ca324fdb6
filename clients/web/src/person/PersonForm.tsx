import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import { Link } from "@/app/Link";
import { ChoiceField } from "@/ui/ChoiceField";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { findOrganisations } from "@/ui/find";
import { NamePicker } from "@/ui/NamePicker";
import { TextField } from "@/ui/TextField";
import { genders, ranks, type Typed } from "./typed";

interface Props {
  initial: Typed;
  button: string;
  back: string;
  pending: boolean;
  refusal: Refusal | undefined;
  onSend: (typed: Typed) => void;
}

type TextKey = Exclude<keyof Typed, "organisation" | "gender" | "professionalTitle">;
const snake = (field: string) => field.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
const camel = (field: string) => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

// How each line of text is typed.
const lines: [key: TextKey, attributes: React.ComponentProps<"input">][] = [
  ["email", { type: "email", autoComplete: "off" }],
  ["phone", { type: "tel", autoComplete: "off" }],
  ["birthYear", { inputMode: "numeric", pattern: "[0-9]{4}", maxLength: 4 }],
  ["degree", { maxLength: 20 }],
  ["discipline", { inputMode: "numeric", pattern: "[0-9]{3}|[0-9]{5}|[0-9]{7}", maxLength: 7 }],
  ["orcid", { maxLength: 19, placeholder: "0000-0000-0000-0000" }],
  ["identityNumber", { maxLength: 18, autoComplete: "off" }],
];

export function PersonForm({ initial, button, back, pending, refusal, onSend }: Props) {
  const { t } = useTranslation(["person", "ui", "errors", "terms"]);
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const set = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const problems = refusal ? fieldProblems(refusal, "person", t) : {};
  const bare = (field: string) => camel(field.replace(/^person\./, ""));
  const common = (key: keyof Typed) => ({ id: `${id}${key}`, label: t(`field.${key}`), problem: problems[snake(key)] });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(typed);
  };
  return (
    <form className="stack" onSubmit={submit}>
      <RefusalSummary
        refusal={refusal}
        targetOf={(field) => `${id}${bare(field)}`}
        labelOf={(field) => t(`field.${bare(field)}`, { defaultValue: "" }) || undefined}
      />
      <TextField {...common("displayName")} required maxLength={80} value={typed.displayName} onValue={(displayName) => set({ displayName })} />
      <NamePicker
        {...common("organisation")}
        hint={t("hint.organisation")}
        kind="organisations"
        find={findOrganisations}
        value={typed.organisation}
        onValue={(organisation) => set({ organisation })}
      />
      <ChoiceField
        {...common("gender")}
        none={t("notGiven")}
        options={genders.map((value) => ({ value, text: t(`gender.${value}`) }))}
        value={typed.gender}
        onValue={(gender) => set({ gender })}
      />
      <ChoiceField
        {...common("professionalTitle")}
        none={t("notGiven")}
        options={ranks.map((value) => ({ value, text: t(`rank.${value}`) }))}
        value={typed.professionalTitle}
        onValue={(professionalTitle) => set({ professionalTitle })}
      />
      {lines.map(([key, attributes]) => (
        <TextField
          key={key}
          {...attributes}
          {...common(key)}
          hint={t(`hint.${key}`)}
          value={typed[key]}
          onValue={(value) => set({ [key]: value })}
        />
      ))}
      <div className="row">
        <button type="submit" className="button primary" disabled={pending}>
          {pending ? t("ui:sending") : button}
        </button>
        <Link to={back} className="button">
          {t("ui:cancel")}
        </Link>
      </div>
    </form>
  );
}
