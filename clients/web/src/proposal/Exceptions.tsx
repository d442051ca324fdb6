import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { submissionPage } from "@/app/staffPages";
import { ProposalItem_RemovalSchema, type ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import { Chip, EnumText } from "@/ui/StatusChip";
import { isException } from "./evidence";

function Line({ item, children }: { item: ProposalItem; children: ReactNode }) {
  const { t } = useTranslation("proposal");
  return (
    <li className="stack-small">
      <span className="row">
        <Chip tone={item.proposed ? "good" : "bad"}>{t(item.proposed ? "item.takenIn" : "item.takenOut")}</Chip>
        <Link to={submissionPage(item.submission)}>{item.title}</Link>
        <span className="quiet small number">{t("item.rank", { rank: item.rank, mean: item.mean.toFixed(2) })}</span>
      </span>
      <span>{children}</span>
    </li>
  );
}

/** Who is in or out against the ranking and why, and who can no longer be on the list. */
export function Exceptions({ items, panel = false }: { items: readonly ProposalItem[]; panel?: boolean }) {
  const { t } = useTranslation("proposal");
  const exceptions = items.filter(isException);
  const removed = items.filter((item) => item.removal !== 0);
  if (exceptions.length + removed.length === 0) return null;
  return (
    <section className={`stack ${panel ? "panel" : ""}`} aria-labelledby="exceptions">
      <h2 id="exceptions">{t("exceptions.title")}</h2>
      <ul className="stack">
        {exceptions.map((item) => (
          <Line key={item.submission} item={item}>
            {t("exceptions.reason")}：{item.exceptionReason}
          </Line>
        ))}
        {removed.map((item) => (
          <Line key={item.submission} item={item}>
            <EnumText of={ProposalItem_RemovalSchema} value={item.removal} />
          </Line>
        ))}
      </ul>
    </section>
  );
}
