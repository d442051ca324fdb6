import { type FormEvent, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import { Link } from "@/app/Link";
import { ChoiceField } from "@/ui/ChoiceField";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { findOrganisations } from "@/ui/find";
import { type Named, NamePicker } from "@/ui/NamePicker";
import { TextField } from "@/ui/TextField";
import { kinds } from "./kinds";
import { tidyUscc, usccState } from "./uscc";

/** What a form holds of an organisation. */
export interface Typed {
  displayName: string;
  uscc: string;
  usccException: string;
  kind: string;
  region: string;
  recommender: Named | undefined;
}
export const nothingTyped: Typed = { displayName: "", uscc: "", usccException: "", kind: "", region: "", recommender: undefined };

interface Props {
  initial: Typed;
  button: string;
  back: string;
  pending: boolean;
  refusal: Refusal | undefined;
  onSend: (typed: Typed) => void;
}

const camel = (field: string) => field.replace(/_([a-z])/g, (_, letter: string) => letter.toUpperCase());

/** The code with its check as it is typed; where it fails, why it is right nevertheless. */
function UsccFields({ typed, set, problems, id }: { typed: Typed; set: (changes: Partial<Typed>) => void; problems: Record<string, string>; id: string }) {
  const { t } = useTranslation("organisation");
  const state = usccState(typed.uscc);
  return (
    <>
      <TextField
        id={`${id}uscc`}
        label={t("field.uscc")}
        hint={state === "right" ? t("uscc.right") : t("uscc.hint")}
        problem={state === "wrong" && !typed.usccException ? t("uscc.wrong") : problems["uscc"]}
        autoComplete="off"
        spellCheck={false}
        maxLength={18}
        value={typed.uscc}
        onValue={(uscc) => set({ uscc: tidyUscc(uscc) })}
      />
      {(state === "wrong" || problems["uscc"] || typed.usccException !== "") && (
        <TextField
          id={`${id}usccException`}
          label={t("field.usccException")}
          hint={t("uscc.exceptionHint")}
          problem={problems["uscc_exception"]}
          value={typed.usccException}
          onValue={(usccException) => set({ usccException })}
        />
      )}
    </>
  );
}

export function OrganisationForm({ initial, button, back, pending, refusal, onSend }: Props) {
  const { t } = useTranslation(["organisation", "ui", "errors", "terms"]);
  const id = useId();
  const [typed, setTyped] = useState(initial);
  const set = (changes: Partial<Typed>) => setTyped((before) => ({ ...before, ...changes }));
  const problems = refusal ? fieldProblems(refusal, "organisation", t) : {};
  const submit = (event: FormEvent) => {
    event.preventDefault();
    onSend(typed);
  };
  const bare = (field: string) => field.replace(/^organisation\./, "");
  return (
    <form className="stack" onSubmit={submit}>
      <RefusalSummary
        refusal={refusal}
        targetOf={(field) => `${id}${camel(bare(field))}`}
        labelOf={(field) => t(`field.${camel(bare(field))}`, { defaultValue: "" }) || undefined}
      />
      <TextField
        id={`${id}displayName`}
        label={t("field.displayName")}
        hint={t("hint.displayName")}
        problem={problems["display_name"]}
        required
        maxLength={120}
        value={typed.displayName}
        onValue={(displayName) => set({ displayName })}
      />
      <UsccFields typed={typed} set={set} problems={problems} id={id} />
      <ChoiceField
        id={`${id}kind`}
        label={t("field.kind")}
        problem={problems["kind"]}
        required
        none={t("choose")}
        options={kinds.map((value) => ({ value, text: t(`terms:value.kind.${value}`) }))}
        value={typed.kind}
        onValue={(kind) => set({ kind })}
      />
      <TextField
        id={`${id}region`}
        label={t("field.region")}
        hint={t("hint.region")}
        problem={problems["region"]}
        required
        inputMode="numeric"
        pattern="[0-9]{6}"
        maxLength={6}
        value={typed.region}
        onValue={(region) => set({ region })}
      />
      <NamePicker
        id={`${id}recommender`}
        label={t("field.recommender")}
        hint={t("hint.recommender")}
        problem={problems["recommender"]}
        kind="organisations"
        find={findOrganisations}
        value={typed.recommender}
        onValue={(recommender) => set({ recommender })}
      />
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
