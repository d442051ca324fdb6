import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { FieldText } from "@/callDesk/FieldText";
import { desk, useCallOfPage } from "@/callDesk/useCall";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { RankedSubmission } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { Money } from "@/ui/Money";
import { useRows } from "@/ui/useRows";
import { drawLine } from "./line";

const pageRows = 1000;

function Check({ call }: { call: Call }) {
  const { t } = useTranslation("ranking");
  const go = useGo();
  const action = useAction(ApprovalService.method.createProposal);
  const source = { method: ReviewService.method.listRanking, request: { call: call.name }, rowsOf: (answer: { submissions: RankedSubmission[] }) => answer.submissions };
  const { rows } = useRows(source, pageRows, true);
  const line = drawLine(call, rows);
  const make = async () => {
    const made = await action.run({ call: call.name });
    if (made) go(`/${made.name}`);
  };
  return (
    <ConfirmPage
      title={t("propose.title")}
      trail={[{ text: call.title, to: desk.call(call.name) }, { text: t("title"), to: desk.of(call.name, "ranking") }]}
      text={t("propose.text")}
      facts={[
        { label: t("propose.limit"), value: <FieldText call={call} field="funding" /> },
        { label: t("figure.ranked"), value: rows.length },
        { label: t("figure.above"), value: line.above },
        { label: t("propose.sum"), value: <Money fen={line.grantedFen} /> },
        { label: t("figure.tied"), value: line.tied.map((one) => <div key={one.submission}>{one.title}</div>) },
      ]}
      button={t("propose.button")}
      pending={action.pending}
      refusal={action.refusal}
      back={desk.of(call.name, "ranking")}
      onConfirm={() => void make()}
    />
  );
}

/** Before the line is drawn by the server. */
export default function ProposePage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Check call={call} />}</Answer>;
}
