import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { callPage } from "@/app/staffPages";
import { useSuspenseQuery } from "@connectrpc/connect-query";
import { type Proposal, Proposal_State, Proposal_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Limit } from "./Limit";
import { useCall, useRanking } from "./queries";

/** Where an officer draws the line through the final ranking. */
function Make({ call }: { call: Call }) {
  const { t } = useTranslation("proposal");
  const go = useGo();
  const { rows, closed } = useRanking(call.name);
  const make = useAction(ApprovalService.method.createProposal);
  const send = async () => {
    const made = await make.run({ call: call.name });
    if (made) go(addressOf(made.name));
  };
  if (!closed) return <EmptyState title={t("make.notClosed")} text={t("make.notClosedText")} />;
  return (
    <section className="panel stack" aria-labelledby="make">
      <h2 id="make">{t("make.title")}</h2>
      <RefusalSummary refusal={make.refusal} />
      <Facts
        facts={[
          { label: t("make.ranked"), value: <span className="number">{t("limit.count", { count: rows.length })}</span> },
          { label: t("make.limit"), value: <Limit of={call.funding} /> },
        ]}
      />
      <p>{t(call.funding.case === "budgetFen" ? "make.byBudget" : "make.byCount")}</p>
      <div>
        <button type="button" className="button primary" disabled={make.pending} onClick={() => void send()}>
          {make.pending ? t("ui:sending") : t("make.button")}
        </button>
      </div>
    </section>
  );
}

function Card({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("proposal");
  return (
    <li className="panel stack-small">
      <div className="row">
        <Link to={addressOf(proposal.name)}>
          {t("call.madeOn")} <Instant at={proposal.createTime} />
        </Link>
        <StatusChip of={Proposal_StateSchema} value={proposal.state} />
      </div>
      <p>
        {t("call.holds", { count: proposal.proposedCount })} <Money fen={proposal.proposedFen} />
      </p>
    </li>
  );
}

/** The proposals of one call, and the way to make one. */
export default function CallProposalsPage() {
  const { t } = useTranslation("proposal");
  const name = `calls/${useParam("call")}`;
  const call = useCall(name);
  const { proposals } = useSuspenseQuery(ApprovalService.method.listProposals, { call: name }).data;
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const living = proposals.some(({ state }) => state !== Proposal_State.WITHDRAWN);
  const canMake = isOfficer && !living && call.state === Call_State.IN_REVIEW;
  return (
    <div className="stack measure">
      <PageHeader title={t("call.title")} trail={[{ text: call.title, to: callPage(name) }]} />
      {canMake && <Make call={call} />}
      {proposals.length > 0 && (
        <ul className="stack-small">
          {proposals.map((proposal) => (
            <Card key={proposal.name} proposal={proposal} />
          ))}
        </ul>
      )}
      {proposals.length === 0 && !canMake && <EmptyState title={t("call.none")} text={t("call.noneText")} />}
    </div>
  );
}
