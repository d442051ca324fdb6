import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { addressOf } from "@/api/resource";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import { useLanguage } from "@/i18n/useLanguage";
import { type Proposal, Proposal_State, Proposal_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { type Column, sortRows } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { ListFilters } from "@/ui/ListFilters";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { useAllProposals } from "./queries";
import { stageOf, stages } from "./stage";

interface Row {
  call: Call;
  proposal: Proposal;
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation("proposal");
  return [
    { key: "call", header: t("column.call"), cell: ({ call }) => call.title, sort: ({ call }) => call.title },
    { key: "state", header: t("column.state"), cell: ({ proposal }) => <StatusChip of={Proposal_StateSchema} value={proposal.state} tone={proposal.state === Proposal_State.DRAFT ? "warning" : undefined} />, sort: ({ proposal }) => stages.indexOf(stageOf(proposal)), width: "120px", card: "status" },
    { key: "count", header: t("column.proposed"), cell: ({ proposal }) => proposal.proposedCount, sort: ({ proposal }) => proposal.proposedCount, align: "end", width: "110px" },
    { key: "fen", header: t("column.sum"), cell: ({ proposal }) => <Money fen={proposal.proposedFen} bare />, sort: ({ proposal }) => proposal.proposedFen, align: "end", width: "140px" },
    { key: "signed", header: t("column.signed"), cell: ({ proposal }) => proposal.signName || "—", sort: ({ proposal }) => proposal.signName, width: "120px" },
    { key: "made", header: t("column.made"), cell: ({ proposal }) => <Instant at={proposal.createTime} form="day" />, sort: ({ proposal }) => proposal.createTime?.seconds ?? 0n, width: "150px" },
  ];
}

/** Calls whose review is under way or done, but that have no list yet: where an officer makes one. */
function WithoutList({ calls }: { calls: Call[] }) {
  const { t } = useTranslation("proposal");
  if (calls.length === 0) return null;
  return (
    <section className="panel stack-small" aria-labelledby="without">
      <h2 id="without">{t("list.without")}</h2>
      <ul>
        {calls.map((call) => (
          <li key={call.name}>
            <Link to={`/${call.name}/proposals`}>{call.title}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

const isLive = (proposal: Proposal) => proposal.state !== Proposal_State.WITHDRAWN;

/** The lists of projects that are proposed for approval, those that wait for a signature first. */
export default function ProposalsPage() {
  const { t } = useTranslation("proposal");
  const language = useLanguage();
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const [state, set] = useAddressState({ stage: "", sort: "" });
  const columns = useColumns();
  const all = useAllProposals();
  const rows = all.flatMap(({ call, proposals }) => proposals.map((proposal) => ({ call, proposal })));
  const byStage = [...rows].sort((one, other) => stages.indexOf(stageOf(one.proposal)) - stages.indexOf(stageOf(other.proposal)));
  const shown = byStage.filter(({ proposal }) => !state.stage || stageOf(proposal) === state.stage);
  const without = all.filter(({ call, proposals }) => call.state !== Call_State.DECIDED && !proposals.some(isLive)).map(({ call }) => call);
  const options = stages.map((stage) => ({ value: stage, text: t(`stage.${stage}`) }));
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} text={t("list.text")} />
      {isOfficer && <WithoutList calls={without} />}
      {rows.length > 0 && <ListFilters filters={[{ key: "stage", label: t("column.state"), options }]} values={state} onValues={set} />}
      {shown.length === 0 ? (
        <EmptyState title={t(rows.length > 0 ? "list.filteredEmpty" : "list.empty")} text={rows.length > 0 ? undefined : t("list.emptyText")} />
      ) : (
        <DataTable
          label={t("list.title")}
          rows={sortRows(shown, columns, state.sort, language)}
          columns={columns}
          rowKey={({ proposal }) => proposal.name}
          rowName={({ call }) => call.title}
          rowLink={({ proposal }) => addressOf(proposal.name)}
          sort={state.sort}
          onSort={(sort) => set({ sort })}
        />
      )}
    </div>
  );
}
