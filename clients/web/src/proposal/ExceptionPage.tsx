import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { NotFoundPage } from "@/shell/NotFoundPage";
import { Facts } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { Limit } from "./Limit";
import { ReasonForm } from "./ReasonForm";
import { useDecision } from "./useDecision";

/** Takes one submission in or out against the ranking, or back to where the ranking has it, with a reason. */
export default function ExceptionPage() {
  const { t } = useTranslation("proposal");
  const go = useGo();
  const { name, proposal, call, items } = useDecision();
  const submission = `submissions/${useParam("submission")}`;
  const item = items.find((one) => one.submission === submission);
  const except = useAction(ApprovalService.method.setException);
  const back = addressOf(name);
  if (!item) return <NotFoundPage />;
  const { proposed } = item;
  const againstRanking = proposed === item.byRanking;
  const send = async (reason: string) => {
    if (await except.run({ name, submission, proposed: !proposed, reason, etag: proposal.etag })) go(back);
  };
  return (
    <ReasonForm
      title={t(proposed ? "exception.outTitle" : "exception.inTitle")}
      trail={[{ text: t("one.of", { call: call.title }), to: back }]}
      text={t(againstRanking ? "exception.against" : "exception.along")}
      label={t("exceptions.reason")}
      hint={t("exception.hint")}
      button={t(proposed ? "exception.takeOut" : "exception.takeIn")}
      pending={except.pending}
      refusal={except.refusal}
      back={back}
      onSend={(reason) => void send(reason)}
    >
      <Facts
        facts={[
          { label: t("column.title"), value: item.title },
          { label: t("column.leader"), value: `${item.leaderName} · ${item.unitName}` },
          { label: t("column.rank"), value: t("item.rank", { rank: item.rank, mean: item.mean.toFixed(2) }) },
          { label: t("column.amount"), value: <Money fen={item.amountFen} /> },
          { label: t("exceptions.now"), value: item.exceptionReason },
          { label: t("facts.limit"), value: <Limit of={proposal.limit} /> },
          {
            label: t("facts.proposed"),
            value: (
              <>
                {t("limit.count", { count: proposal.proposedCount })} · <Money fen={proposal.proposedFen} />
              </>
            ),
          },
        ]}
      />
    </ReasonForm>
  );
}
