import { useTranslation } from "react-i18next";
import { Money } from "@/ui/Money";
import styles from "./call.module.css";
import type { PublicCall } from "./wire";

/** The categories of a call with the most that each may ask for. */
export function Ceilings({ categories }: { categories: NonNullable<PublicCall["categories"]> }) {
  const { t } = useTranslation("call");
  if (categories.length === 0) return null;
  return (
    <ul className={styles.ceilings} aria-label={t("categories")}>
      {categories.map(({ code, displayName, ceilingFen }) => (
        <li key={code}>
          {displayName}{" "}
          <span className="quiet">
            {Number(ceilingFen ?? 0) > 0 ? (
              <>
                {t("atMost")} <Money fen={ceilingFen ?? "0"} />
              </>
            ) : (
              t("noMoney")
            )}
          </span>
        </li>
      ))}
    </ul>
  );
}
