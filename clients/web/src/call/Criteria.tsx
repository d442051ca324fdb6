import { useTranslation } from "react-i18next";
import styles from "./call.module.css";
import type { PublicCall } from "./wire";

/** What reviewers score, and what their points mean. */
export function Criteria({ criteria }: { criteria: NonNullable<PublicCall["criteria"]> }) {
  const { t } = useTranslation("call");
  if (criteria.length === 0) return null;
  return (
    <section className="panel">
      <h2>{t("criteria")}</h2>
      {criteria.map(({ code, displayName, weight, pointsMin = 0, anchors = [] }) => (
        <div key={code} className={styles.criterion}>
          <div className="row spread">
            <h3>{displayName}</h3>
            <span className="number">{t("weight", { weight })}</span>
          </div>
          <ul className={styles.anchors}>
            {anchors.map(({ points = 0, text }, at) => (
              <li key={points}>
                <span className="code quiet">
                  {at === 0 ? pointsMin : (anchors[at - 1]?.points ?? 0) + 1}–{points}
                </span>{" "}
                {text}
              </li>
            ))}
          </ul>
        </div>
      ))}
    </section>
  );
}
