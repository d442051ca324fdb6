import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { desk } from "@/callDesk/useCall";
import { type Review, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { TextAreaField } from "@/ui/deskFields";
import { StatusChip } from "@/ui/StatusChip";

function Cancel({ review }: { review: Review }) {
  const { t } = useTranslation(["assignment", "terms"]);
  const go = useGo();
  const action = useAction(ReviewService.method.cancelReview);
  const [reason, setReason] = useState("");
  const back = desk.of(review.call, "assignment");
  const cancel = async () => {
    if (await action.run({ name: review.name, reason })) go(back);
  };
  return (
    <ConfirmPage
      title={t("cancel.title")}
      trail={[{ text: t("title"), to: back }]}
      text={t("cancel.text")}
      facts={[
        { label: t("terms:field.title"), value: review.submissionTitle },
        { label: t("terms:field.expert"), value: review.expertName },
        { label: t("terms:field.state"), value: <StatusChip of={Review_StateSchema} value={review.state} /> },
      ]}
      button={t("cancel.button")}
      danger
      pending={action.pending || !reason.trim()}
      refusal={action.refusal}
      back={back}
      onConfirm={() => void cancel()}
    >
      <TextAreaField label={t("terms:field.reason")} rows={3} value={reason} onValue={setReason} />
    </ConfirmPage>
  );
}

/** One expert less, with a reason. */
export default function CancelReviewPage() {
  const name = `submissions/${useParam("submission")}/reviews/${useParam("review")}`;
  const query = useQuery(ReviewService.method.getReview, { name });
  return <Answer of={query}>{(review) => <Cancel review={review} />}</Answer>;
}
