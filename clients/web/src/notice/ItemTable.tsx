import { useTranslation } from "react-i18next";
import { type Column } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { Money } from "@/ui/Money";
import type { NoticeItem } from "./wire";

interface Props {
  items: NoticeItem[];
  categoryOf: (code: string) => string;
}

/** The list that a notice publishes. */
export function ItemTable({ items, categoryOf }: Props) {
  const { t } = useTranslation(["notice", "ui"]);
  const numbered = items.some((item) => item.projectNumber);
  const columns: Column<NoticeItem>[] = [
    { key: "title", header: t("item.title"), cell: (item) => item.title, width: "34%" },
    { key: "number", header: t("item.number"), cell: (item) => <span className="code">{item.number}</span>, width: "148px" },
    { key: "leader", header: t("item.leader"), cell: (item) => item.leaderName },
    { key: "unit", header: t("item.unit"), cell: (item) => item.unitName },
    { key: "category", header: t("item.category"), cell: (item) => categoryOf(item.category ?? "") },
    {
      key: "amount",
      header: t("item.amount", { unit: t("ui:money.unit") }),
      align: "end",
      cell: (item) => <Money fen={item.amountFen ?? 0} bare />,
    },
  ];
  const project: Column<NoticeItem> = {
    key: "project",
    header: t("item.project"),
    cell: (item) => <span className="code">{item.projectNumber}</span>,
    width: "148px",
  };
  return (
    <DataTable
      label={t("list.items")}
      rows={items}
      columns={numbered ? [...columns, project] : columns}
      rowKey={(item) => item.number}
      rowName={(item) => item.title}
    />
  );
}
