import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { explainViolation } from "@/api/explain";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useAddressState, useGo, useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { groupOf } from "./order";
import { useReview } from "./queries";
import styles from "./DeclinePage.module.css";

const reasonMax = 2000;

/** The way back: to the list before the answer, to the desk after it. */
function useBack(answered: boolean, address: string): string {
  return answered ? address : "/reviews";
}

/** Gives a review back, with a reason: because one cannot or will not, or because one must not. */
export default function DeclinePage() {
  const { t } = useTranslation("review");
  const id = useId();
  const go = useGo();
  const name = `submissions/${useParam("submission")}/reviews/${useParam("review")}`;
  const { review } = useReview(name);
  const [{ conflict }, set] = useAddressState({ conflict: "" });
  const [reason, setReason] = useState("");
  const decline = useAction(ReviewService.method.declineReview);
  const declare = useAction(ReviewService.method.declareConflict);
  const action = conflict ? declare : decline;
  const back = useBack(groupOf(review) !== "toAnswer", addressOf(name));
  const send = async () => {
    if (await action.run({ name, reason })) go("/reviews");
  };
  const wrong = action.refusal?.violations.find((one) => one.field === "reason");
  const choice = (value: string, label: string, hint: string) => (
    <label className={styles.choice}>
      <input type="radio" name={`${id}-kind`} checked={conflict === value} onChange={() => set({ conflict: value })} />
      <span>
        {t(label)}
        <br />
        <span className="quiet small">{t(hint)}</span>
      </span>
    </label>
  );
  return (
    <div className="stack measure">
      <PageHeader title={t("decline.title")} trail={[{ text: t("mine.title"), to: "/reviews" }]} text={review.submissionTitle} />
      <RefusalSummary refusal={action.refusal} targetOf={() => id} />
      <form
        className="panel stack"
        onSubmit={(event) => {
          event.preventDefault();
          void send();
        }}
      >
        <fieldset className="field stack-small">
          <legend className="label">{t("decline.kind")}</legend>
          {choice("", "decline.cannot", "decline.cannotHint")}
          {choice("1", "decline.mustNot", "decline.mustNotHint")}
        </fieldset>
        <div className="field">
          <label htmlFor={id}>{t("decline.reason")}</label>
          <span className="hint" id={`${id}-hint`}>
            {t(conflict ? "decline.conflictHint" : "decline.reasonHint")}
          </span>
          {wrong && <span className="problem">{explainViolation(wrong, t)}</span>}
          <textarea id={id} className="input" required maxLength={reasonMax} aria-describedby={`${id}-hint`} aria-invalid={wrong ? true : undefined} value={reason} onChange={(event) => setReason(event.target.value)} />
        </div>
        <p className="quiet">{t("decline.follows")}</p>
        <div className="row">
          <button type="submit" className="button danger" disabled={action.pending}>
            {action.pending ? t("ui:sending") : t(conflict ? "decline.sendConflict" : "decline.send")}
          </button>
          <Link to={back} className="button">
            {t("ui:cancel")}
          </Link>
        </div>
      </form>
    </div>
  );
}
