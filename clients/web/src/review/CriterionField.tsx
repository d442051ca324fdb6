import { useId } from "react";
import { useTranslation } from "react-i18next";
import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { bandsOf, choicesOf, pointsIn } from "./scoring";
import styles from "./ScoreSheet.module.css";

interface Props {
  criterion: Criterion;
  points: string;
  comment: string;
  onPoints: (points: string) => void;
  onComment: (comment: string) => void;
}

const commentMax = 4000;

/** What points mean; the line that holds for those given stands out. */
function Bands({ criterion, points }: { criterion: Criterion; points: number | undefined }) {
  return (
    <ul className={styles.bands}>
      {bandsOf(criterion).map(({ from, to, text }) => (
        <li key={to} data-current={points !== undefined && points >= from && points <= to ? true : undefined}>
          <span>{from === to ? to : `${from}–${to}`}</span>
          <span>{text}</span>
        </li>
      ))}
    </ul>
  );
}

function Choices({ criterion, points, onPoints }: Omit<Props, "comment" | "onComment">) {
  const name = useId();
  return (
    <div className={styles.choices}>
      {choicesOf(criterion).map((choice) => (
        <label key={choice} className={styles.choice}>
          <input type="radio" name={name} value={choice} checked={points === String(choice)} onChange={() => onPoints(String(choice))} />
          {choice}
        </label>
      ))}
    </div>
  );
}

function Typed({ criterion, points, onPoints }: Omit<Props, "comment" | "onComment">) {
  const { t } = useTranslation("review");
  const id = useId();
  const { pointsMin: min, pointsMax: max } = criterion;
  const wrong = points.trim() !== "" && pointsIn(criterion, points) === undefined;
  return (
    <div className="field">
      {wrong && (
        <span id={id} className="problem" role="alert">
          {t("sheet.range", { min, max })}
        </span>
      )}
      <div className={styles.number}>
        <input
          className="input"
          type="text"
          inputMode="numeric"
          autoComplete="off"
          data-points
          aria-label={t("sheet.pointsOf", { name: criterion.displayName, min, max })}
          aria-invalid={wrong ? true : undefined}
          aria-describedby={wrong ? id : undefined}
          value={points}
          onChange={(event) => onPoints(event.target.value)}
        />
        <span className="quiet">
          / {max} <span className="small">{min !== 0 && t("sheet.from", { min })}</span>
        </span>
      </div>
    </div>
  );
}

/** One criterion: its weight, the points (as buttons, or typed where there are many), what they mean, and why. */
export function CriterionField({ criterion, points, comment, onPoints, onComment }: Props) {
  const { t } = useTranslation("review");
  const id = useId();
  const Points = choicesOf(criterion).length > 0 ? Choices : Typed;
  return (
    <fieldset className={styles.criterion} data-criterion={criterion.code} id={`criterion-${criterion.code}`} tabIndex={-1}>
      <legend className={styles.legend}>
        {criterion.displayName}
        <span className="quiet small">{t("sheet.weightOf", { weight: criterion.weight })}</span>
      </legend>
      <Points criterion={criterion} points={points} onPoints={onPoints} />
      <Bands criterion={criterion} points={pointsIn(criterion, points)} />
      <div className="field">
        <label htmlFor={id} className="small">
          {t("sheet.commentOf", { name: criterion.displayName })}
        </label>
        <textarea id={id} className={`input ${styles.comment}`} maxLength={commentMax} value={comment} onChange={(event) => onComment(event.target.value)} />
      </div>
    </fieldset>
  );
}
