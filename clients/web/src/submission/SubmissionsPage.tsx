import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { type Submission, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { CallTitle } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { canEdit } from "./life";

function useColumns(): Column<Submission>[] {
  const { t } = useTranslation("submission");
  return [
    { key: "title", header: t("field.title"), cell: ({ title }) => title || t("untitled"), sort: ({ title }) => title, field: "title", width: "32%" },
    { key: "call", header: t("call"), cell: ({ call }) => <CallTitle name={call} />, width: "20%", field: "call" },
    {
      key: "amount",
      header: t("amountHeader"),
      cell: ({ amountFen }) => <Money fen={amountFen} bare />,
      sort: ({ amountFen }) => amountFen,
      align: "end",
      field: "amount_fen",
      width: "160px",
    },
    { key: "number", header: t("receipt.number"), cell: ({ receipt }) => <span className="code">{receipt?.number}</span>, field: "receipt.number", card: "none", width: "160px" },
    {
      key: "updated",
      header: t("updated"),
      cell: ({ updateTime }) => <Instant at={updateTime} />,
      sort: ({ updateTime }) => updateTime?.seconds ?? 0n,
      field: "update_time",
      width: "180px",
    },
    { key: "status", header: t("status"), cell: ({ status }) => <StatusChip of={Submission_StatusSchema} value={status} />, field: "status", card: "status", width: "150px" },
  ];
}

/** Everything that one has begun or sent, newest first. */
export default function SubmissionsPage() {
  const { t } = useTranslation("submission");
  const columns = useColumns();
  const begin = (
    <Link to="/calls" className="button primary">
      {t("list.begin")}
    </Link>
  );
  return (
    <div className="stack">
      <PageHeader title={t("mine")} actions={begin} />
      <DataList
        label={t("mine")}
        method={SubmissionsService.method.listSubmissions}
        request={({ query = "" }) => ({ mine: true, query })}
        rowsOf={({ submissions }) => submissions}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ title }) => title || t("untitled")}
        rowLink={(row) => addressOf(row.name) + (canEdit(row) ? "/edit" : "")}
        filters={[{ key: "query", label: t("list.find") }]}
        exportName={t("mine")}
        empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} action={begin} />}
      />
    </div>
  );
}
