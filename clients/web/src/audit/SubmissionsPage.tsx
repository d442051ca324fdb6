import { useTranslation } from "react-i18next";
import { submissionPage } from "@/app/staffPages";
import { type Submission, Submission_State, Submission_StateSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { CallTitle } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { enumOptions, useCallFilter } from "./useCallFilter";

function useColumns(): Column<Submission>[] {
  const { t } = useTranslation("audit");
  return [
    { key: "title", header: t("column.title"), cell: (one) => one.title || t("submissions.untitled"), sort: (one) => one.title, field: "title" },
    { key: "state", header: t("column.state"), cell: (one) => <StatusChip of={Submission_StateSchema} value={one.state} />, sort: (one) => one.state, field: "state", card: "status", width: "112px" },
    { key: "number", header: t("column.number"), cell: (one) => <span className="code">{one.receipt?.number}</span>, sort: (one) => one.receipt?.number ?? "", field: "receipt.number", width: "148px" },
    { key: "leader", header: t("column.leader"), cell: (one) => one.leaderName, sort: (one) => one.leaderName, field: "leader_name", width: "96px" },
    { key: "unit", header: t("column.unit"), cell: (one) => one.unitName, sort: (one) => one.unitName, field: "unit_name", width: "18%" },
    { key: "amount", header: t("column.amount"), cell: (one) => <Money fen={one.amountFen} bare />, sort: (one) => one.amountFen, field: "amount_fen", align: "end", width: "112px" },
    { key: "score", header: t("column.score"), cell: (one) => (one.score ? one.score.toFixed(2) : "—"), sort: (one) => one.score, field: "score", align: "end", width: "88px" },
    { key: "call", header: t("column.call"), cell: (one) => <CallTitle name={one.call} />, width: "14%", card: "none" },
    { key: "project", header: t("column.project"), cell: (one) => <span className="code">{one.projectNumber}</span>, field: "project_number", hidden: true },
    { key: "sent", header: t("column.submitted"), cell: (one) => <Instant at={one.receipt?.submitTime} />, sort: (one) => one.receipt?.submitTime?.seconds ?? 0n, field: "receipt.submit_time", hidden: true },
  ];
}

/** Every submission of every call. */
export default function SubmissionsPage() {
  const { t } = useTranslation(["audit", "terms"]);
  const options = enumOptions(Submission_StateSchema.values, (name) => t(`terms:enum.submissions.v1.Submission.State.${name}`));
  return (
    <div className="stack">
      <PageHeader title={t("submissions.title")} />
      <DataList
        label={t("submissions.title")}
        method={SubmissionsService.method.listSubmissions}
        request={({ call, state, q }) => ({ call: call ?? "", state: Number(state ?? 0) as Submission_State, query: q ?? "" })}
        rowsOf={(answer) => answer.submissions}
        filters={[useCallFilter(), { key: "state", label: t("column.state"), options }, { key: "q", label: t("submissions.find") }]}
        columns={useColumns()}
        rowKey={(one) => one.name}
        rowName={(one) => one.title}
        rowLink={(one) => submissionPage(one.name)}
        empty={<EmptyState title={t("submissions.empty")} />}
        exportName={t("submissions.title")}
      />
    </div>
  );
}
