import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { submissionPage } from "@/app/staffPages";
import { useLanguage } from "@/i18n/useLanguage";
import type { Proposal, ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { isException } from "./evidence";
import { Limit } from "./Limit";

// In Chinese, then English, as the server writes it, one line each.
function ruleIn(rule: string, language: string): string {
  const lines = rule.split("\n").filter(Boolean);
  return (language === "en" ? lines.at(-1) : lines[0]) ?? "";
}

/** How the list was drawn: its limit, what it takes, ties at the line, and who stands for it. */
export function ProposalFacts({ proposal, items }: { proposal: Proposal; items: readonly ProposalItem[] }) {
  const { t } = useTranslation("proposal");
  const language = useLanguage();
  const exceptions = items.filter(isException).length;
  const tied = items.filter((item) => proposal.tiesAtLine.includes(item.submission));
  return (
    <section className="panel" aria-label={t("facts.label")}>
      <Facts
        facts={[
          { label: t("facts.limit"), value: <Limit of={proposal.limit} /> },
          {
            label: t("facts.proposed"),
            value: <strong className="number">{t("facts.ofRanked", { count: proposal.proposedCount, ranked: items.length })}</strong>,
          },
          { label: t("facts.sum"), value: <strong><Money fen={proposal.proposedFen} /></strong> },
          { label: t("facts.exceptions"), value: exceptions > 0 ? t("limit.count", { count: exceptions }) : t("facts.noExceptions") },
          {
            label: t("facts.ties"),
            value: tied.length > 0 && (
              <>
                <p>{ruleIn(proposal.tieRule, language)}</p>
                <ul className="small">
                  {tied.map((item) => (
                    <li key={item.submission}>
                      <Link to={submissionPage(item.submission)}>{item.title}</Link> · {item.mean.toFixed(2)} · {t(item.proposed ? "item.in" : "item.out")}
                    </li>
                  ))}
                </ul>
              </>
            ),
          },
          { label: t("facts.made"), value: <Instant at={proposal.createTime} /> },
          {
            label: t("facts.signed"),
            value: proposal.signTime && (
              <>
                {proposal.signName} · <Instant at={proposal.signTime} />
              </>
            ),
          },
        ].map((fact) => ({ ...fact, value: fact.value === false ? undefined : fact.value }))}
      />
    </section>
  );
}
