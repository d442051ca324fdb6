import { useTranslation } from "react-i18next";
import { useHasRole, useMe } from "@/api/me";
import { useParam } from "@/app/address";
import { callPage } from "@/app/staffPages";
import { type Proposal, Proposal_State, Proposal_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Steps } from "@/ui/Steps";
import { CategoryTotals } from "./CategoryTotals";
import { Exceptions } from "./Exceptions";
import { ItemList } from "./ItemList";
import { NextStep } from "./NextStep";
import { OwnConflicts } from "./OwnConflicts";
import styles from "./ProposalPage.module.css";
import { ProposalFacts } from "./ProposalFacts";
import { useCall, useItems, useProposal, useRanking } from "./queries";
import { RankingChart } from "./RankingChart";
import { stageOf } from "./stage";

const way = ["made", "signed", "onNotice", "approved"] as const;

function Way({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("proposal");
  if (proposal.state === Proposal_State.WITHDRAWN) return null;
  const done = { toSign: 1, toPublish: 2, onNotice: 3, approved: 4, withdrawn: 0 }[stageOf(proposal)];
  return (
    <Steps
      label={t("way.label")}
      steps={way.map((step, at) => ({
        text: t(`way.${step}`),
        state: at < done ? "done" : at === done ? "current" : "todo",
      }))}
    />
  );
}

/** A list that is proposed for approval with everything that it rests on, and what can be done with it. */
export default function ProposalPage() {
  const { t } = useTranslation("proposal");
  const name = `calls/${useParam("call")}/proposals/${useParam("proposal")}`;
  const proposal = useProposal(name);
  const call = useCall(proposal.call);
  const items = useItems(name);
  const { rows: ranking } = useRanking(proposal.call);
  const { person } = useMe();
  const isApprover = useHasRole("APPROVER");
  const canExcept = useHasRole("PROGRAMME_OFFICER") && proposal.state === Proposal_State.DRAFT;
  return (
    <div className="stack">
      <PageHeader
        title={t("one.of", { call: call.title })}
        trail={[{ text: t("list.title"), to: "/proposals" }, { text: call.title, to: callPage(call.name) }]}
        beside={<StatusChip of={Proposal_StateSchema} value={proposal.state} />}
      />
      <Way proposal={proposal} />
      <NextStep proposal={proposal} />
      {isApprover && <OwnConflicts items={items} person={person} />}
      <div className={styles.sides}>
        <ProposalFacts proposal={proposal} items={items} />
        <CategoryTotals items={items} categories={call.categories} panel />
      </div>
      <Exceptions items={items} panel />
      <RankingChart items={items} />
      <ItemList proposal={proposal} call={call} ranking={ranking} canExcept={canExcept} />
    </div>
  );
}
