import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import styles from "./Facts.module.css";

export interface Fact {
  label: string;
  value: ReactNode;
  /** Where it can be changed; shown as a link at its end. */
  change?: string;
}

/** Pairs of a name and what it is. Those without a value are left out. */
export function Facts({ facts }: { facts: Fact[] }) {
  const { t } = useTranslation("ui");
  return (
    <dl className={styles.facts}>
      {facts
        .filter(({ value }) => value !== undefined && value !== null && value !== "")
        .map(({ label, value, change }) => (
          <div key={label}>
            <dt>{label}</dt>
            <dd>{value}</dd>
            {change && (
              <dd className={styles.change}>
                <Link to={change}>
                  {t("confirm.change")}
                  <span className="visually-hidden"> {label}</span>
                </Link>
              </dd>
            )}
          </div>
        ))}
    </dl>
  );
}
