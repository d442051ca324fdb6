import { useTranslation } from "react-i18next";
import type { Column } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import type { PublicAward } from "./wire";

interface Props {
  awards: PublicAward[];
  categoryOf: (code: string) => string;
}

export function AwardTable({ awards, categoryOf }: Props) {
  const { t } = useTranslation(["award", "ui"]);
  const columns: Column<PublicAward>[] = [
    { key: "title", header: t("column.title"), cell: (award) => award.title, width: "34%" },
    { key: "number", header: t("column.number"), cell: (award) => <span className="code">{award.projectNumber}</span>, width: "148px" },
    { key: "leader", header: t("column.leader"), cell: (award) => award.leaderName },
    { key: "unit", header: t("column.unit"), cell: (award) => award.unitName },
    { key: "category", header: t("column.category"), cell: (award) => categoryOf(award.category ?? "") },
    {
      key: "amount",
      header: t("column.amount", { unit: t("ui:money.unit") }),
      align: "end",
      cell: (award) => <Money fen={award.amountFen ?? 0} bare />,
    },
    { key: "time", header: t("column.time"), cell: (award) => <Instant at={award.approveTime} form="day" /> },
  ];
  return (
    <DataTable
      label={t("title")}
      rows={awards}
      columns={columns}
      rowKey={(award) => award.name}
      rowName={(award) => award.title}
    />
  );
}
