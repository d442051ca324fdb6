import { useId, useRef } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { type Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { Review_Recommendation, Review_RecommendationSchema } from "@/gen/redpeak/review/v1/review_pb";
import { type Saving, SaveState } from "@/ui/SaveState";
import { EnumText } from "@/ui/StatusChip";
import { CriterionField } from "./CriterionField";
import type { DraftWriter, WriterState } from "./DraftWriter";
import { countScored, type Draft, totalOf } from "./scoring";
import styles from "./ScoreSheet.module.css";
import { useScoreKeys } from "./useScoreKeys";

interface Props {
  criteria: readonly Criterion[];
  writer: DraftWriter<Draft>;
  /** The last of it is being saved before the check. */
  checking: boolean;
  onCheck: () => void;
}

const textMax = 8000;
const recommendations = [Review_Recommendation.FUND_FIRST, Review_Recommendation.FUND, Review_Recommendation.DO_NOT_FUND];

function useSaving(state: WriterState): Saving | undefined {
  const { t } = useTranslation("review");
  if (state.state === "saved") return state.at && { state: "saved", at: state.at };
  if (state.state === "failed") return { state: "failed", problem: explain(state.refusal, t) };
  if (state.state === "changedElsewhere") return { state: "failed", problem: t("elsewhere.short") };
  return { state: state.state };
}

function Elsewhere({ writer }: { writer: DraftWriter<Draft> }) {
  const { t } = useTranslation("review");
  return (
    <div className={styles.elsewhere} role="alert">
      <p>{t("elsewhere.text")}</p>
      <div className="row">
        <button type="button" className="button compact" onClick={() => void writer.decide(true)}>
          {t("elsewhere.mine")}
        </button>
        <button type="button" className="button compact" onClick={() => void writer.decide(false)}>
          {t("elsewhere.theirs")}
        </button>
      </div>
    </div>
  );
}

function Text({ label, hint, value, onValue }: { label: string; hint: string; value: string; onValue: (value: string) => void }) {
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <span id={`${id}-hint`} className="hint">
        {hint}
      </span>
      <textarea id={id} className="input" maxLength={textMax} aria-describedby={`${id}-hint`} value={value} onChange={(event) => onValue(event.target.value)} />
    </div>
  );
}

function Recommendation({ draft, onChange }: { draft: Draft; onChange: (draft: Draft) => void }) {
  const { t } = useTranslation("review");
  const id = useId();
  return (
    <fieldset className={styles.recommendation} id="criterion-recommendation" tabIndex={-1}>
      <legend className={styles.legend}>{t("recommendation.label")}</legend>
      {recommendations.map((value) => (
        <label key={value} className={styles.line}>
          <input type="radio" name={id} checked={draft.recommendation === value} onChange={() => onChange({ ...draft, recommendation: value })} />
          <EnumText of={Review_RecommendationSchema} value={value} />
        </label>
      ))}
    </fieldset>
  );
}

function Foot({ criteria, writer, checking, onCheck }: Props) {
  const { t } = useTranslation("review");
  const { draft } = writer;
  const { total, weight } = totalOf(criteria, draft);
  const saving = useSaving(writer.state);
  return (
    <div className={styles.foot}>
      <p role="status" className={styles.total}>
        <strong className="number">{total.toFixed(2)}</strong>
        <span className="small quiet">
          {weight < 100 ? t("sheet.part", { weight }) : t("sheet.whole")}
          {" · "}
          {t("sheet.scored", { done: countScored(criteria, draft), total: criteria.length })}
        </span>
      </p>
      <div className="row spread">
        {saving ? <SaveState saving={saving} /> : <span className="quiet small">{t("sheet.selfSaving")}</span>}
        <button type="button" className="button primary" disabled={checking} onClick={onCheck}>
          {t("sheet.check")}
        </button>
      </div>
    </div>
  );
}

/** The sheet: points and a comment for each criterion, a recommendation, and two comments on the whole. It saves itself. */
export function ScoreSheet({ criteria, writer, checking, onCheck }: Props) {
  const { t } = useTranslation("review");
  const form = useRef<HTMLFormElement>(null);
  const { draft } = writer;
  const change = (next: Draft) => writer.change(next);
  const setPoints = (code: string, points: string) => change({ ...draft, points: { ...draft.points, [code]: points } });
  useScoreKeys(form, criteria, setPoints);
  return (
    <form ref={form} className={styles.form} aria-label={t("sheet.title")} onSubmit={(event) => event.preventDefault()}>
      <h2>{t("sheet.title")}</h2>
      <p className={`quiet small ${styles.keys}`}>{t("sheet.keys")}</p>
      {writer.state.state === "changedElsewhere" && <Elsewhere writer={writer} />}
      {criteria.map((criterion) => (
        <CriterionField
          key={criterion.code}
          criterion={criterion}
          points={draft.points[criterion.code] ?? ""}
          comment={draft.comments[criterion.code] ?? ""}
          onPoints={(points) => setPoints(criterion.code, points)}
          onComment={(comment) => change({ ...draft, comments: { ...draft.comments, [criterion.code]: comment } })}
        />
      ))}
      <Recommendation draft={draft} onChange={change} />
      <Text label={t("comment.toApplicant")} hint={t("comment.toApplicantHint")} value={draft.toApplicant} onValue={(toApplicant) => change({ ...draft, toApplicant })} />
      <Text label={t("comment.toOfficers")} hint={t("comment.toOfficersHint")} value={draft.toOfficers} onValue={(toOfficers) => change({ ...draft, toOfficers })} />
      <Foot criteria={criteria} writer={writer} checking={checking} onCheck={onCheck} />
    </form>
  );
}
