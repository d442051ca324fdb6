import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { Objection_State, Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline } from "@/ui/Instant";
import { DecisionEvidence, useDecisionFacts } from "./DecisionParts";
import { useDecision } from "./useDecision";

const objectionsMax = 200; // of one notice

/** How the notice went: until when it ran, and what was objected. */
function useNoticeFacts(notice: string) {
  const { t } = useTranslation("proposal");
  const enabled = notice !== "";
  const { data: one } = useQuery(ApprovalService.method.getNotice, { name: notice }, { enabled });
  const { data: list } = useQuery(ApprovalService.method.listObjections, { parent: notice, pageSize: objectionsMax }, { enabled });
  const objections = list?.objections ?? [];
  const count = (state: Objection_State) => objections.filter((objection) => objection.state === state).length;
  return [
    { label: t("approve.noticeEnd"), value: one && <Deadline at={one.endTime} /> },
    {
      label: t("approve.objections"),
      value: list && t("approve.objectionsOf", {
        count: objections.length,
        open: count(Objection_State.FILED),
        upheld: count(Objection_State.UPHELD),
        dismissed: count(Objection_State.DISMISSED),
      }),
    },
  ];
}

/** The decision after the notice: the projects get their numbers, and the call is decided. */
export default function ApprovePage() {
  const { t } = useTranslation("proposal");
  const go = useGo();
  const { name, proposal, call, items } = useDecision();
  const facts = [...useDecisionFacts(proposal, call, items), ...useNoticeFacts(proposal.notice)];
  const approve = useAction(ApprovalService.method.approveProposal);
  const back = addressOf(name);
  if (proposal.state !== Proposal_State.ON_NOTICE) {
    return <EmptyState title={t("approve.notNow")} action={<Link to={back} className="button primary">{t("backToList")}</Link>} />;
  }
  const send = async () => {
    if (await approve.run({ name, etag: proposal.etag })) go(back);
  };
  return (
    <ConfirmPage
      title={t("approve.title")}
      trail={[{ text: t("list.title"), to: "/proposals" }, { text: t("one.of", { call: call.title }), to: back }]}
      text={t("approve.text")}
      facts={facts}
      button={t("approve.button")}
      pending={approve.pending}
      refusal={approve.refusal}
      back={back}
      onConfirm={() => void send()}
    >
      <DecisionEvidence call={call} items={items} refusal={approve.refusal} />
    </ConfirmPage>
  );
}
