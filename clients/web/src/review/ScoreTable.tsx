import { useTranslation } from "react-i18next";
import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { type Draft, pointsIn } from "./scoring";
import styles from "./ScoreTable.module.css";

/** What was given for each criterion, with its share of the total, and what was said. */
export function ScoreTable({ criteria, draft }: { criteria: readonly Criterion[]; draft: Draft }) {
  const { t } = useTranslation("review");
  return (
    <table className={styles.scores}>
      <caption className="visually-hidden">{t("sheet.title")}</caption>
      <thead>
        <tr>
          <th scope="col">{t("sheet.criterion")}</th>
          <th scope="col" className={styles.end}>
            {t("sheet.points")}
          </th>
          <th scope="col" className={styles.end}>
            {t("sheet.weight")}
          </th>
        </tr>
      </thead>
      {criteria.map((criterion) => {
        const points = pointsIn(criterion, draft.points[criterion.code]);
        return (
          <tbody key={criterion.code}>
            <tr>
              <th scope="row">{criterion.displayName}</th>
              <td className={styles.end}>
                <strong>{points ?? "—"}</strong>
                <span className="quiet small"> / {criterion.pointsMax}</span>
              </td>
              <td className={styles.end}>{criterion.weight}%</td>
            </tr>
            <tr>
              <td colSpan={3} className={styles.comment}>
                {draft.comments[criterion.code] || <span className="quiet">{t("sheet.noComment")}</span>}
              </td>
            </tr>
          </tbody>
        );
      })}
    </table>
  );
}
