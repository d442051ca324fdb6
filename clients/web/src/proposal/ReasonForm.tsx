import { type ReactNode, useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { explainViolation } from "@/api/explain";
import type { Refusal } from "@/api/refusal";
import { Link } from "@/app/Link";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { type Crumb, PageHeader } from "@/ui/PageHeader";

interface Props {
  title: string;
  trail: Crumb[];
  text: string;
  /** What it is about. */
  children?: ReactNode;
  label: string;
  hint: string;
  initial?: string;
  button: string;
  danger?: boolean;
  pending: boolean;
  refusal?: Refusal;
  back: string;
  onSend: (reason: string) => void;
}

const reasonMax = 500; // characters

/** A deed that takes a reason, which stays on record. */
export function ReasonForm(props: Props) {
  const { title, trail, text, children, label, hint, initial = "", button, danger, pending, refusal, back, onSend } = props;
  const { t } = useTranslation("ui");
  const id = useId();
  const [reason, setReason] = useState(initial);
  const wrong = refusal?.violations.find((one) => one.field === "reason");
  return (
    <div className="stack measure">
      <PageHeader title={title} trail={trail} text={text} />
      <RefusalSummary refusal={refusal} targetOf={(field) => (field === "reason" ? id : undefined)} />
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          onSend(reason);
        }}
      >
        {children}
        <div className="field">
          <label htmlFor={id}>{label}</label>
          <span className="hint" id={`${id}-hint`}>
            {hint}
          </span>
          {wrong && <span className="problem">{explainViolation(wrong, t)}</span>}
          <textarea id={id} className="input" required maxLength={reasonMax} aria-describedby={`${id}-hint`} aria-invalid={wrong ? true : undefined} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <div className="row">
          <button type="submit" className={`button ${danger ? "danger" : "primary"}`} disabled={pending}>
            {pending ? t("sending") : button}
          </button>
          <Link to={back} className="button">
            {t("cancel")}
          </Link>
        </div>
      </form>
    </div>
  );
}
