import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { DecisionEvidence, useDecisionFacts } from "./DecisionParts";
import { OwnConflicts } from "./OwnConflicts";
import { useDecision } from "./useDecision";

/** The approver's signature under a list: what was read is what is signed. */
export default function SignPage() {
  const { t } = useTranslation("proposal");
  const go = useGo();
  const { name, proposal, call, items, conflicts, person } = useDecision();
  const facts = useDecisionFacts(proposal, call, items);
  const sign = useAction(ApprovalService.method.signProposal);
  const back = addressOf(name);
  const trail = [{ text: t("list.title"), to: "/proposals" }, { text: t("one.of", { call: call.title }), to: back }];
  if (proposal.state !== Proposal_State.DRAFT) {
    return <EmptyState title={t("sign.notNow")} action={<Link to={back} className="button primary">{t("backToList")}</Link>} />;
  }
  if (conflicts.length > 0) {
    return (
      <div className="stack measure">
        <PageHeader title={t("sign.title")} trail={trail} />
        <OwnConflicts items={items} person={person} />
        <div>
          <Link to={back} className="button">{t("backToList")}</Link>
        </div>
      </div>
    );
  }
  const send = async () => {
    if (await sign.run({ name, etag: proposal.etag })) go(back);
  };
  return (
    <ConfirmPage
      title={t("sign.title")}
      trail={trail}
      text={t("sign.text")}
      facts={facts}
      button={t("sign.button")}
      pending={sign.pending}
      refusal={sign.refusal}
      back={back}
      onConfirm={() => void send()}
    >
      <DecisionEvidence call={call} items={items} refusal={sign.refusal} />
    </ConfirmPage>
  );
}
