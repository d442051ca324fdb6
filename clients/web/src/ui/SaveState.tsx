import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/useLanguage";
import styles from "./SaveState.module.css";

/** How what is typed is kept: "waiting" is kept on this device until the connection is back. */
export type Saving =
  | { state: "saved"; at: Date }
  | { state: "saving" | "unsaved" | "waiting" }
  | { state: "failed"; problem: string };

/** Always visible on a form that saves by itself. */
export function SaveState({ saving }: { saving: Saving }) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const time =
    saving.state === "saved"
      ? saving.at.toLocaleTimeString(language, { hour: "2-digit", minute: "2-digit", second: "2-digit", hour12: false })
      : "";
  const problem = saving.state === "failed" ? saving.problem : "";
  return (
    <span className={`${styles.save} ${styles[saving.state] ?? ""}`} role="status" data-save-state={saving.state}>
      {t(`saveState.${saving.state}`, { time, problem })}
    </span>
  );
}
