import { useTranslation } from "react-i18next";
import { rolesOf } from "@/api/me";
import { Link } from "@/app/Link";
import { pages } from "@/app/nouns";
import type { GetMeResponse } from "@/gen/redpeak/identity/v1/identity_service_pb";
import styles from "./shell.module.css";

const listed = pages
  .flatMap((page) => (page.nav ? [{ ...page, nav: page.nav }] : []))
  .sort((one, other) => one.nav.order - other.nav.order);
const nouns = [...new Set(listed.map((page) => page.noun))];

/** The pages that are of use to the user's roles. */
export function Navigation({ me }: { me: GetMeResponse }) {
  const { t } = useTranslation(["ui", ...nouns]);
  const own = rolesOf(me);
  const useful = listed.filter(({ nav, roles }) => {
    const wanted = nav.roles ?? roles;
    return !wanted || wanted.some((role) => own.has(role));
  });
  return (
    <nav aria-label={t("nav.main")}>
      <ul className={styles.nav}>
        {useful.map(({ path, title, nav }) => (
          <li key={path}>
            <Link to={path} className={styles.navLink} data-exact={path === "/" || undefined}>
              <span aria-hidden="true" className={styles.navIcon}>
                {nav.icon}
              </span>
              {t(nav.label ?? title)}
            </Link>
          </li>
        ))}
      </ul>
    </nav>
  );
}
