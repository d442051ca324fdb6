import { useTranslation } from "react-i18next";
import type { ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Category } from "@/gen/redpeak/calls/v1/call_pb";
import { Money } from "@/ui/Money";
import styles from "./CategoryTotals.module.css";
import { totalsByCategory } from "./evidence";

/** What each category gets: how many of how many, and how much. */
export function CategoryTotals({ items, categories, panel = false }: { items: readonly ProposalItem[]; categories: readonly Category[]; panel?: boolean }) {
  const { t } = useTranslation("proposal");
  const totals = totalsByCategory(items, categories);
  const most = Math.max(1, ...totals.map(({ fen }) => Number(fen)));
  const sum = totals.reduce((all, { fen }) => all + fen, 0n);
  return (
    <section className={`stack-small ${panel ? "panel" : ""}`} aria-labelledby="totals">
      <h2 id="totals">{t("totals.title")}</h2>
      <table className={styles.totals}>
        <thead>
          <tr>
            <th scope="col">{t("totals.category")}</th>
            <th scope="col" className={styles.end}>{t("totals.count")}</th>
            <th scope="col" className={styles.end}>{t("totals.sum")}</th>
            <th scope="col" className={styles.bar}><span className="visually-hidden">{t("totals.share")}</span></th>
          </tr>
        </thead>
        <tbody>
          {totals.map(({ code, name, proposed, ranked, fen }) => (
            <tr key={code}>
              <th scope="row">{name}</th>
              <td className={styles.end}>{t("ui:progress", { done: proposed, total: ranked })}</td>
              <td className={styles.end}><Money fen={fen} bare /></td>
              <td className={styles.bar} aria-hidden="true"><span style={{ width: `${(Number(fen) / most) * 100}%` }} /></td>
            </tr>
          ))}
        </tbody>
        <tfoot>
          <tr>
            <th scope="row">{t("totals.all")}</th>
            <td className={styles.end}>{t("ui:progress", { done: items.filter((item) => item.proposed).length, total: items.length })}</td>
            <td className={styles.end}><Money fen={sum} bare /></td>
            <td className={styles.bar} />
          </tr>
        </tfoot>
      </table>
    </section>
  );
}
