import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { ReadSubmission } from "./read";
import { Frame } from "./Frame";

const reasonMax = 1000;

function Content({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const go = useGo();
  const [reason, setReason] = useState("");
  const { run, pending, refusal } = useAction(SubmissionsService.method.withdrawSubmission);
  const address = addressOf(submission.name);
  const withdraw = async () => {
    const { name, etag } = submission;
    if (await run({ name, etag, reason })) go(address);
  };
  return (
    <ConfirmPage
      title={t("withdraw.title")}
      trail={[
        { text: t("mine"), to: "/submissions" },
        { text: submission.title, to: address },
      ]}
      text={t("withdraw.text")}
      facts={[
        { label: t("field.title"), value: submission.title },
        { label: t("call"), value: call.title },
        { label: t("receipt.number"), value: submission.receipt?.number },
      ]}
      button={t("withdraw.button")}
      danger
      pending={pending}
      refusal={refusal}
      back={address}
      onConfirm={() => void withdraw()}
    >
      <Frame id="reason" label={t("withdraw.reason")} optional count={{ typed: [...reason].length, max: reasonMax }}>
        {(control) => <textarea {...control} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}
      </Frame>
    </ConfirmPage>
  );
}

/** Takes a submission back, for good. */
export default function WithdrawPage() {
  return <ReadSubmission>{(read) => <Content {...read} />}</ReadSubmission>;
}
