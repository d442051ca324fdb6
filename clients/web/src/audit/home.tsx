import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { hasPage } from "@/app/nouns";
import type { HomeSection } from "@/app/route";
import styles from "./home.module.css";

const ways = [
  ["/desk", "calls"],
  ["/audit/submissions", "submissions"],
  ["/audit/reviews", "reviews"],
  ["/proposals", "proposals"],
  ["/notices", "notices"],
  ["/events", "events"],
] as const;

/** Where an auditor looks. */
function Section() {
  const { t } = useTranslation("audit");
  return (
    <section className="stack-small" aria-labelledby="home-audit">
      <h2 id="home-audit">{t("home.title")}</h2>
      <p className="quiet">{t("home.text")}</p>
      <ul className={styles.ways}>
        {ways
          .filter(([path]) => hasPage(path))
          .map(([path, key]) => (
            <li key={path}>
              <Link to={path} className={styles.way}>
                <strong>{t(`home.${key}`)}</strong>
                <span className="quiet small">{t(`home.${key}Text`)}</span>
              </Link>
            </li>
          ))}
      </ul>
    </section>
  );
}

export const section: HomeSection = { roles: ["AUDITOR"], order: 40, Section };
