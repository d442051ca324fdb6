import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import { DisciplineName } from "@/discipline/DisciplineName";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { type Submission, Submission_State, Submission_StateSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import type { Filter } from "@/ui/ListFilters";
import { Money } from "@/ui/Money";
import { StatusChip } from "@/ui/StatusChip";
import { categoryName } from "./SubmissionView";

const unitsMax = 1000;
const states = Object.values(Submission_State).filter((value) => typeof value === "number" && value > 0) as Submission_State[];

function useColumns(call: Call): Column<Submission>[] {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const score = (one: Submission) => (one.score ? one.score.toFixed(2) : "");
  return [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.title || t("untitled"), sort: (one) => one.title, field: "title", width: "26%" },
    { key: "number", header: t("terms:field.number"), cell: (one) => <span className="code">{one.receipt?.number}</span>, sort: (one) => one.receipt?.number ?? "", field: "receipt.number", width: "140px" },
    { key: "state", header: t("terms:field.state"), cell: (one) => <StatusChip of={Submission_StateSchema} value={one.state} />, sort: (one) => one.state, field: "state", card: "status", width: "106px" },
    { key: "category", header: t("terms:field.category"), cell: (one) => categoryName(call, one.category), sort: (one) => one.category, field: "category" },
    { key: "leader", header: t("terms:field.leader_name"), cell: (one) => one.leaderName, sort: (one) => one.leaderName, field: "leader_name", width: "96px" },
    { key: "unit", header: t("terms:field.unit"), cell: (one) => one.unitName, sort: (one) => one.unitName, field: "unit_name" },
    { key: "amount", header: t("terms:fieldOf.submissions.v1.Submission.amount_fen"), cell: (one) => <Money fen={one.amountFen} bare />, sort: (one) => one.amountFen, field: "amount_fen", align: "end", width: "110px" },
    { key: "score", header: t("terms:field.score"), cell: score, sort: (one) => one.score, field: "score", align: "end", width: "96px" },
    { key: "discipline", header: t("terms:field.discipline"), cell: (one) => <DisciplineName code={one.discipline} />, sort: (one) => one.discipline, field: "discipline", hidden: true, card: "none" },
    { key: "sent", header: t("terms:field.submit_time"), cell: (one) => <Instant at={one.receipt?.submitTime} />, sort: (one) => one.receipt?.submitTime?.seconds ?? 0n, field: "receipt.submit_time", hidden: true, card: "none" },
    { key: "project", header: t("terms:field.project_number"), cell: (one) => <span className="code">{one.projectNumber}</span>, sort: (one) => one.projectNumber, field: "project_number", hidden: true, card: "none" },
  ];
}

function useFilters(call: Call): Filter[] {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const { data } = useQuery(IdentityService.method.listOrganisations, { pageSize: unitsMax });
  return [
    { key: "q", label: t("find") },
    { key: "state", label: t("terms:field.state"), options: states.map((value) => ({ value: String(value), text: t(`terms:enum.submissions.v1.Submission.State.${Submission_State[value]}`) })) },
    { key: "category", label: t("terms:field.category"), options: call.categories.map((one) => ({ value: one.code, text: one.displayName })) },
    { key: "unit", label: t("terms:field.unit"), options: (data?.organisations ?? []).map((one) => ({ value: one.name, text: one.displayName })) },
    { key: "discipline", label: t("discipline") },
    { key: "order", label: t("order.label"), initial: "create_time desc", options: ["create_time desc", "number", "score desc"].map((value) => ({ value, text: t(`order.${value.split(" ")[0]}`) })) },
  ];
}

function List({ call }: { call: Call }) {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const columns = useColumns(call);
  const filters = useFilters(call);
  return (
    <DataList
      label={t("list")}
      method={SubmissionsService.method.listSubmissions}
      request={({ q = "", state = "", category = "", unit = "", discipline = "", order = "" }) => ({
        call: call.name,
        query: q,
        state: Number(state) || 0,
        category,
        unit,
        discipline: /^\d{3}(\d\d){0,2}$/.test(discipline) ? discipline : "",
        orderBy: order,
      })}
      rowsOf={(answer) => answer.submissions}
      columns={columns}
      filters={filters}
      rowKey={(one) => one.name}
      rowName={(one) => one.title}
      rowLink={(one) => desk.submission(one.name)}
      empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
      exportName={`${call.title} ${t("list")}`}
    />
  );
}

/** Every submission of a call. */
export default function SubmissionsPage() {
  const { t } = useTranslation("submissionDesk");
  return <CallFrame title={t("list")}>{(call) => <List call={call} />}</CallFrame>;
}
