import { useTranslation } from "react-i18next";
import { addressOf, idOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { submissionPage } from "@/app/staffPages";
import { type Proposal, type ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type RankedSubmission, Review_RecommendationSchema } from "@/gen/redpeak/review/v1/review_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Money } from "@/ui/Money";
import { Chip, EnumText } from "@/ui/StatusChip";
import { isException, wideSpread } from "./evidence";

type Ranked = Map<string, RankedSubmission>;

function InOrOut({ item }: { item: ProposalItem }) {
  const { t } = useTranslation("proposal");
  if (isException(item)) return <Chip tone="warning">{t(item.proposed ? "item.takenIn" : "item.takenOut")}</Chip>;
  return <Chip tone={item.proposed ? "good" : "neutral"}>{t(item.proposed ? "item.in" : "item.out")}</Chip>;
}

/** How many of the reviews say what: "优先资助 2、可资助 1". */
function Recommendations({ of }: { of: RankedSubmission | undefined }) {
  const counts = new Map<number, number>();
  for (const one of of?.recommendations ?? []) counts.set(one, (counts.get(one) ?? 0) + 1);
  const sorted = [...counts].sort(([one], [other]) => one - other);
  return sorted.map(([value, count]) => (
    <span key={value} className="small" style={{ display: "block", whiteSpace: "nowrap" }}>
      <EnumText of={Review_RecommendationSchema} value={value} /> {count}
    </span>
  ));
}

function Spread({ item, ranked }: { item: ProposalItem; ranked: RankedSubmission | undefined }) {
  const text = item.spread.toFixed(2);
  return (
    <>
      {item.spread >= wideSpread ? <strong>{text} ▲</strong> : text}
      {ranked && (
        <span className="quiet small" style={{ display: "block" }}>
          {ranked.lowest.toFixed(1)}–{ranked.highest.toFixed(1)}
        </span>
      )}
    </>
  );
}

function Leader({ item }: { item: ProposalItem }) {
  return (
    <>
      {item.leaderName}
      <span className="quiet small" style={{ display: "block" }}>
        {item.unitName}
      </span>
    </>
  );
}

function useColumns(call: Call, ranked: Ranked): Column<ProposalItem>[] {
  const { t } = useTranslation("proposal");
  const categoryOf = (code: string) => call.categories.find((one) => one.code === code)?.displayName ?? code;
  return [
    { key: "title", header: t("column.title"), cell: (item) => item.title, sort: (item) => item.title, field: "title" },
    { key: "rank", header: t("column.rank"), cell: (item) => item.rank, sort: (item) => item.rank, field: "rank", align: "end", width: "76px" },
    { key: "in", header: t("column.in"), cell: (item) => <InOrOut item={item} />, sort: (item) => (item.proposed ? 0 : 1), field: "proposed", card: "status", width: "112px" },
    { key: "mean", header: t("column.mean"), cell: (item) => item.mean.toFixed(2), sort: (item) => item.mean, field: "mean", align: "end", width: "88px" },
    { key: "spread", header: t("column.spread"), cell: (item) => <Spread item={item} ranked={ranked.get(item.submission)} />, sort: (item) => item.spread, field: "spread", align: "end", width: "112px" },
    { key: "recommendations", header: t("column.recommendations"), cell: (item) => <Recommendations of={ranked.get(item.submission)} />, width: "112px", card: "none" },
    { key: "amount", header: t("column.amount"), cell: (item) => <Money fen={item.amountFen} bare />, sort: (item) => item.amountFen, field: "amount_fen", align: "end", width: "112px" },
    { key: "category", header: t("column.category"), cell: (item) => categoryOf(item.category), sort: (item) => item.category, field: "category", width: "116px" },
    { key: "leader", header: t("column.leader"), cell: (item) => <Leader item={item} />, sort: (item) => item.leaderName, field: "leader_name", width: "18%" },
    { key: "unit", header: t("column.unit"), cell: (item) => item.unitName, sort: (item) => item.unitName, field: "unit_name", hidden: true },
    { key: "number", header: t("column.number"), cell: (item) => <span className="code">{item.number}</span>, sort: (item) => item.number, field: "number", hidden: true },
    { key: "reason", header: t("exceptions.reason"), cell: (item) => item.exceptionReason, field: "exception_reason", hidden: true },
  ];
}

interface Props {
  proposal: Proposal;
  call: Call;
  ranking: readonly RankedSubmission[];
  /** Whether the user may take items in and out. */
  canExcept: boolean;
}

/** Everything that was ranked, by rank, with what its place rests on. */
export function ItemList({ proposal, call, ranking, canExcept }: Props) {
  const { t } = useTranslation("proposal");
  const columns = useColumns(call, new Map(ranking.map((one) => [one.submission, one])));
  return (
    <section className="stack-small" aria-labelledby="items">
      <h2 id="items">{t("items.title")}</h2>
      <DataList
        label={t("items.title")}
        method={ApprovalService.method.listProposalItems}
        request={({ show }) => ({ parent: proposal.name, proposedOnly: show === "in" })}
        rowsOf={(answer) => answer.items}
        filters={[{ key: "show", label: t("column.in"), options: [{ value: "in", text: t("items.onlyIn") }] }]}
        columns={columns}
        rowKey={(item) => item.submission}
        rowName={(item) => item.title}
        rowLink={(item) => submissionPage(item.submission)}
        empty={<EmptyState title={t("items.empty")} />}
        exportName={t("one.of", { call: call.title })}
        actions={
          canExcept
            ? (item) =>
                item.removal === 0 && (
                  <Link to={`${addressOf(proposal.name)}/exception/${idOf(item.submission)}`} className="button compact">
                    {t(item.proposed ? "exception.takeOut" : "exception.takeIn")}
                  </Link>
                )
            : undefined
        }
      />
    </section>
  );
}
