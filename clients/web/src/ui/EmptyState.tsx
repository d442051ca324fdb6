import type { ReactNode } from "react";
import styles from "./EmptyState.module.css";

/** In place of what is not there: what would be here, why it is not, and the one thing to do about it. */
export function EmptyState({ title, text, action }: { title: string; text?: string; action?: ReactNode }) {
  return (
    <div className={styles.empty}>
      <p className={styles.title}>{title}</p>
      {text && <p className="quiet">{text}</p>}
      {action}
    </div>
  );
}
