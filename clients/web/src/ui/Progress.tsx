import { useTranslation } from "react-i18next";
import styles from "./Progress.module.css";

/** How much of something is done. `total` of 0: nobody knows yet. */
export function Progress({ label, done, total }: { label: string; done: number; total: number }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.progress}>
      <span>{label}</span>
      <progress aria-label={label} max={total || undefined} value={total ? done : undefined} />
      <span className="number">{total > 0 && t("progress", { done: done.toLocaleString(), total: total.toLocaleString() })}</span>
    </div>
  );
}
