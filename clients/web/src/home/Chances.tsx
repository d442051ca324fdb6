import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { Deadline } from "@/ui/Instant";
import styles from "./HomePage.module.css";
import type { Chance } from "./work";

export function Chances({ chances }: { chances: Chance[] }) {
  const { t } = useTranslation("home");
  return (
    <section className="stack-small">
      <h2>{t("chances")}</h2>
      <ul className={styles.tasks}>
        {chances.map(({ call, title, due }) => (
          <li key={call} className={styles.task}>
            <Link to={addressOf(call)} className={styles.link}>
              {title}
            </Link>
            {due && (
              <span className="small">
                {t("closes")} <Deadline at={due} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
