import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { useCall, useProposal } from "./queries";
import { ReasonForm } from "./ReasonForm";

/** Gives a draft up, or sends a signed list back to draft, with a reason. */
export default function WithdrawPage() {
  const { t } = useTranslation("proposal");
  const go = useGo();
  const name = `calls/${useParam("call")}/proposals/${useParam("proposal")}`;
  const proposal = useProposal(name);
  const call = useCall(proposal.call);
  const withdraw = useAction(ApprovalService.method.withdrawProposal);
  const back = addressOf(name);
  const signed = proposal.state === Proposal_State.SIGNED;
  const send = async (reason: string) => {
    if (await withdraw.run({ name, reason, etag: proposal.etag })) go(signed ? back : `/${proposal.call}/proposals`);
  };
  return (
    <ReasonForm
      title={t(signed ? "withdraw.backTitle" : "withdraw.title")}
      trail={[{ text: t("one.of", { call: call.title }), to: back }]}
      text={t(signed ? "withdraw.backText" : "withdraw.text")}
      label={t("withdraw.reason")}
      hint={t("withdraw.hint")}
      button={t(signed ? "withdraw.goBack" : "withdraw.go")}
      danger
      pending={withdraw.pending}
      refusal={withdraw.refusal}
      back={back}
      onSend={(reason) => void send(reason)}
    />
  );
}
