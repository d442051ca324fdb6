import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useUnreadCount } from "@/inbox/unread";
import styles from "./shell.module.css";

/** Leads to the inbox and says how much waits there. */
export function Bell() {
  const { t } = useTranslation("ui");
  const count = useUnreadCount();
  if (count === undefined) return null;
  return (
    <Link to="/inbox" className={styles.tool} aria-label={t("bell", { count })}>
      <svg viewBox="0 0 24 24" width="22" height="22" aria-hidden="true" fill="none" stroke="currentColor" strokeWidth="1.8">
        <path d="M6 16V11a6 6 0 1 1 12 0v5l1.5 2h-15zM10 20.5a2.2 2.2 0 0 0 4 0" strokeLinejoin="round" />
      </svg>
      {count > 0 && <span className={styles.badge}>{count > 99 ? "99+" : count}</span>}
    </Link>
  );
}
