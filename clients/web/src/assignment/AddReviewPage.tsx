import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { desk, useCallOfPage } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { ExpertPicker, SubmissionPicker } from "./Pickers";

function Add({ call }: { call: Call }) {
  const { t } = useTranslation("assignment");
  const go = useGo();
  const action = useAction(ReviewService.method.assignReview);
  const [submission, setSubmission] = useState("");
  const [expert, setExpert] = useState("");
  const back = desk.of(call.name, "assignment");
  const assign = async () => {
    if (await action.run({ submission, expert })) go(back);
  };
  return (
    <div className="stack measure">
      <PageHeader title={t("add.title")} trail={[{ text: call.title, to: desk.call(call.name) }, { text: t("title"), to: back }]} text={t("add.text")} />
      <RefusalSummary refusal={action.refusal} />
      <SubmissionPicker call={call.name} value={submission} onValue={setSubmission} />
      <ExpertPicker value={expert} onValue={setExpert} />
      <div>
        <button type="button" className="button primary" disabled={!submission || !expert || action.pending} onClick={() => void assign()}>
          {action.pending ? t("ui:sending") : t("add.button")}
        </button>
      </div>
    </div>
  );
}

/** One expert more, by hand. */
export default function AddReviewPage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Add call={call} />}</Answer>;
}
