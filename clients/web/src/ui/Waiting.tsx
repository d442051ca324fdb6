import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import styles from "./Waiting.module.css";

const patienceMs = 300;

/** Grey lines in place of what is being read; nothing at all for the first moment. */
export function Waiting({ lines = 5 }: { lines?: number }) {
  const { t } = useTranslation("ui");
  const [shown, setShown] = useState(false);
  useEffect(() => {
    const timer = setTimeout(() => setShown(true), patienceMs);
    return () => clearTimeout(timer);
  }, []);
  if (!shown) return null;
  return (
    <div className={styles.waiting} role="status">
      <span className="visually-hidden">{t("waiting")}</span>
      {Array.from({ length: lines }, (_, line) => (
        <div key={line} className={styles.line} />
      ))}
    </div>
  );
}
