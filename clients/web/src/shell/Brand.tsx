import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import styles from "./shell.module.css";

export function Brand() {
  const { t } = useTranslation("ui");
  return (
    <Link to="/" className={styles.brand}>
      <svg viewBox="0 0 32 32" width="28" height="28" aria-hidden="true">
        <rect width="32" height="32" rx="7" fill="#a8201a" />
        <path d="M5 24 13 9l4.5 8.2L20 13l7 11z" fill="#fff" />
      </svg>
      <span>{t("brand")}</span>
    </Link>
  );
}
