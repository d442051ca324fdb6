import { useTranslation } from "react-i18next";
import type { Refusal } from "@/api/refusal";
import type { Proposal, ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Fact } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { CategoryTotals } from "./CategoryTotals";
import { isException } from "./evidence";
import { Exceptions } from "./Exceptions";
import { titlesIn } from "./useDecision";

/** The facts that are checked before a decision. */
export function useDecisionFacts(proposal: Proposal, call: Call, items: readonly ProposalItem[]): Fact[] {
  const { t } = useTranslation("proposal");
  const exceptions = items.filter(isException).length;
  return [
    { label: t("column.call"), value: call.title },
    { label: t("facts.proposed"), value: t("facts.ofRanked", { count: proposal.proposedCount, ranked: items.length }) },
    { label: t("facts.sum"), value: <strong><Money fen={proposal.proposedFen} /></strong> },
    { label: t("facts.exceptions"), value: exceptions > 0 ? t("limit.count", { count: exceptions }) : t("facts.noExceptions") },
  ];
}

/** What is looked at beside the facts: sums by category, exceptions, and what the server refused it for. */
export function DecisionEvidence({ call, items, refusal }: { call: Call; items: readonly ProposalItem[]; refusal?: Refusal }) {
  const { t } = useTranslation("proposal");
  const titles = titlesIn(refusal, items);
  return (
    <div className="stack">
      {titles.length > 0 && (
        <div>
          <p>{t("conflicts.found")}</p>
          <ul>
            {titles.map((title) => (
              <li key={title}>{title}</li>
            ))}
          </ul>
        </div>
      )}
      <CategoryTotals items={items} categories={call.categories} />
      <Exceptions items={items} />
    </div>
  );
}
