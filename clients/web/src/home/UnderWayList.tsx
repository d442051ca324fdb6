import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { Deadline } from "@/ui/Instant";
import { Progress } from "@/ui/Progress";
import styles from "./HomePage.module.css";
import type { UnderWay } from "./work";

/** What goes on without the user, with what comes after it. */
export function UnderWayList({ all }: { all: UnderWay[] }) {
  const { t } = useTranslation("home");
  return (
    <section className="stack-small">
      <h2>{t("underWay")}</h2>
      <ul className={styles.tasks}>
        {all.map(({ key, kind, about, done, total, due, link }) => (
          <li key={key} className={styles.task}>
            <div className={styles.what}>
              <Link to={link} className={styles.link}>
                {about}
              </Link>
              <span className="quiet">{t(`going.${kind}`)}</span>
              {total !== undefined && <Progress label={t("reviewsIn")} done={done ?? 0} total={total} />}
            </div>
            {due && (
              <span className="small">
                <Deadline at={due} />
              </span>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}
