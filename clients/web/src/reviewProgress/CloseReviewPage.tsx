import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { desk, useCallOfPage } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Progress } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { TextAreaField } from "@/ui/deskFields";

function Check({ call, counts }: { call: Call; counts: Progress }) {
  const { t } = useTranslation(["reviewProgress", "terms"]);
  const go = useGo();
  const action = useAction(ReviewService.method.closeReview);
  const [reason, setReason] = useState("");
  const missing = counts.submissions - counts.submissionsComplete;
  const close = async () => {
    if (await action.run({ call: call.name, reason })) go(desk.of(call.name, "ranking"));
  };
  return (
    <ConfirmPage
      title={t("close.title")}
      trail={[{ text: call.title, to: desk.call(call.name) }, { text: t("title"), to: desk.of(call.name, "progress") }]}
      text={t("close.text")}
      facts={[
        { label: t("submitted"), value: `${counts.submitted} / ${counts.wanted}` },
        { label: t("complete"), value: `${counts.submissionsComplete} / ${counts.submissions}` },
        { label: t("close.cancelled"), value: counts.assigned + counts.accepted },
      ]}
      button={t("close.button")}
      pending={action.pending || (missing > 0 && !reason.trim())}
      refusal={action.refusal}
      back={desk.of(call.name, "progress")}
      onConfirm={() => void close()}
    >
      {missing > 0 && <TextAreaField label={t("terms:field.reason")} hint={t("close.reasonHint", { count: missing })} rows={3} value={reason} onValue={setReason} />}
    </ConfirmPage>
  );
}

/** Before the scores are told to the submissions for good. */
export default function CloseReviewPage() {
  const query = useCallOfPage();
  const name = query.data?.name ?? "";
  const progress = useQuery(ReviewService.method.getProgress, { call: name }, { enabled: name !== "" });
  return <Answer of={query}>{(call) => <Answer of={progress}>{(counts) => <Check call={call} counts={counts} />}</Answer>}</Answer>;
}
