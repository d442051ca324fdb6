import { useTranslation } from "react-i18next";
import styles from "./shell.module.css";

export function SkipLink() {
  const { t } = useTranslation("ui");
  return (
    <a href="#main" className={styles.skip}>
      {t("skip")}
    </a>
  );
}
