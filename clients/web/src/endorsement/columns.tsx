import { useTranslation } from "react-i18next";
import { DisciplineName } from "@/discipline/DisciplineName";
import { type Submission, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import type { Column } from "@/ui/column";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { CallTitle } from "@/ui/names";
import { StatusChip } from "@/ui/StatusChip";

/** What a unit officer wants to know of a submission at a glance. */
export function useSubmissionColumns(): Column<Submission>[] {
  const { t } = useTranslation("endorsement");
  return [
    { key: "title", header: t("column.title"), cell: ({ title }) => title, sort: ({ title }) => title, field: "title", width: "28%" },
    { key: "leader", header: t("column.leader"), cell: ({ leaderName }) => leaderName, sort: ({ leaderName }) => leaderName, field: "leader_name", width: "100px" },
    { key: "unit", header: t("column.unit"), cell: ({ unitName }) => unitName, sort: ({ unitName }) => unitName, field: "unit_name" },
    {
      key: "amount",
      header: t("column.amount"),
      cell: ({ amountFen }) => <Money fen={amountFen} bare />,
      sort: ({ amountFen }) => amountFen,
      align: "end",
      field: "amount_fen",
      width: "136px",
    },
    {
      key: "sent",
      header: t("column.sent"),
      cell: ({ receipt }) => <Instant at={receipt?.submitTime} form="day" />,
      sort: ({ receipt }) => receipt?.submitTime?.seconds ?? 0n,
      field: "receipt.submit_time",
      card: "none",
      width: "150px",
    },
    { key: "number", header: t("column.number"), cell: ({ receipt }) => <span className="code">{receipt?.number}</span>, field: "receipt.number", hidden: true, width: "150px" },
    { key: "discipline", header: t("column.discipline"), cell: ({ discipline }) => <DisciplineName code={discipline} />, field: "discipline", hidden: true },
    { key: "call", header: t("column.call"), cell: ({ call }) => <CallTitle name={call} />, hidden: true },
    { key: "status", header: t("column.status"), cell: ({ status }) => <StatusChip of={Submission_StatusSchema} value={status} />, field: "status", card: "status", width: "140px" },
  ];
}
