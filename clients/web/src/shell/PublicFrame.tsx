import { Outlet } from "@tanstack/react-router";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { hasPage } from "@/app/nouns";
import { wasSignedIn } from "@/api/session";
import { Brand } from "./Brand";
import { Preferences } from "./Preferences";
import { SkipLink } from "./SkipLink";
import styles from "./shell.module.css";

const openPages = ["/calls", "/notices", "/awards"].filter(hasPage);

/** Pages that everybody may read. */
export function PublicFrame({ children }: { children?: ReactNode }) {
  const { t } = useTranslation("ui");
  return (
    <div className={styles.public}>
      <SkipLink />
      <header className={styles.bar}>
        <Brand />
        <nav className={styles.links} aria-label={t("nav.public")}>
          {openPages.map((path) => (
            <Link key={path} to={path} className={styles.link}>
              {t(`nav.open.${path.slice(1)}`)}
            </Link>
          ))}
        </nav>
        <div className={styles.tools}>
          <Preferences />
          <Link to={wasSignedIn() ? "/" : "/sign-in"} className="button compact">
            {t(wasSignedIn() ? "nav.workspace" : "nav.signIn")}
          </Link>
        </div>
      </header>
      <main id="main" tabIndex={-1} className={styles.publicMain}>
        {children ?? <Outlet />}
      </main>
    </div>
  );
}
