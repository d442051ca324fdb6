import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useDocumentTitle } from "@/app/title";
import styles from "./PageHeader.module.css";

export interface Crumb {
  text: string;
  to: string;
}

interface Props {
  title: string;
  /** Pages above this one, outermost first. */
  trail?: Crumb[];
  /** Beside the title, such as a StatusChip. */
  beside?: ReactNode;
  /** A line below: the one primary button, and others. */
  actions?: ReactNode;
  text?: ReactNode;
}

/** The head of a page: where it is, what it is, and what can be done. It also names the window. */
export function PageHeader({ title, trail = [], beside, actions, text }: Props) {
  const { t } = useTranslation("ui");
  useDocumentTitle(title);
  return (
    <header className={styles.header}>
      {trail.length > 0 && (
        <nav aria-label={t("nav.trail")}>
          <ol className={styles.trail}>
            {trail.map(({ text: crumb, to }) => (
              <li key={to}>
                <Link to={to}>{crumb}</Link>
              </li>
            ))}
          </ol>
        </nav>
      )}
      <div className="row spread">
        <div className="row">
          <h1>{title}</h1>
          {beside}
        </div>
        {actions && <div className="row">{actions}</div>}
      </div>
      {text && <div className="quiet">{text}</div>}
    </header>
  );
}
