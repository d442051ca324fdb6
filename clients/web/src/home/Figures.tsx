import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useLanguage } from "@/i18n/useLanguage";
import styles from "./HomePage.module.css";
import type { Figure } from "./work";

/** How things stand, in numbers that lead to their lists. */
export function Figures({ figures }: { figures: Figure[] }) {
  const { t } = useTranslation("home");
  const language = useLanguage();
  return (
    <section className="stack-small">
      <h2>{t("figures")}</h2>
      <ul className={styles.figures}>
        {figures.map(({ key, value, more, link }) => (
          <li key={key}>
            <Link to={link} className={styles.figure}>
              <span className={styles.number}>
                {value.toLocaleString(language)}
                {more && "+"}
              </span>
              <span className="small">{t(`figure.${key}`)}</span>
            </Link>
          </li>
        ))}
      </ul>
    </section>
  );
}
