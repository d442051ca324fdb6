import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { type Call, Call_State, Call_StateSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { desk } from "./useCall";
import { useProgrammes } from "./useProgrammes";

const states = [1, 2, 3, 4, 5, 6, 7].map((value) => ({ value, name: Call_State[value] ?? "" }));

function useColumns(): Column<Call>[] {
  const { t } = useTranslation(["callDesk", "terms"]);
  const { nameOf } = useProgrammes();
  return [
    { key: "title", header: t("terms:fieldOf.calls.v1.Call.title"), cell: (call) => call.title || t("list.untitled"), sort: (call) => call.title, field: "title", width: "34%" },
    { key: "state", header: t("terms:field.state"), cell: (call) => <StatusChip of={Call_StateSchema} value={call.state} />, sort: (call) => call.state, field: "state", card: "status", width: "110px" },
    { key: "year", header: t("terms:field.year"), cell: (call) => call.year, sort: (call) => call.year, field: "year", align: "end", width: "84px" },
    { key: "programme", header: t("terms:field.programme"), cell: (call) => nameOf(call.programme), sort: (call) => nameOf(call.programme) },
    { key: "opens", header: t("terms:field.opens_at"), cell: (call) => <Instant at={call.opensAt} />, sort: (call) => call.opensAt?.seconds ?? 0n, field: "opens_at" },
    { key: "closes", header: t("terms:field.closes_at"), cell: (call) => <Instant at={call.closesAt} />, sort: (call) => call.closesAt?.seconds ?? 0n, field: "closes_at" },
  ];
}

/** Every call, from draft to archive. */
export default function CallsDeskPage() {
  const { t } = useTranslation(["callDesk", "terms"]);
  const columns = useColumns();
  const { programmes } = useProgrammes();
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const make = isOfficer && (
    <Link to="/desk/calls/new" className="button primary">
      {t("list.new")}
    </Link>
  );
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} text={t("list.text")} actions={make} />
      <DataList
        label={t("list.title")}
        method={CallsService.method.listCalls}
        request={({ state = "", year = "", programme = "" }) => ({ state: Number(state) || 0, year: /^\d{4}$/.test(year) ? Number(year) : 0, programme })}
        rowsOf={(answer) => answer.calls}
        columns={columns}
        filters={[
          { key: "state", label: t("terms:field.state"), options: states.map(({ value, name }) => ({ value: String(value), text: t(`terms:enum.calls.v1.Call.State.${name}`) })) },
          { key: "programme", label: t("terms:field.programme"), options: programmes.map((one) => ({ value: one.name, text: one.displayName })) },
          { key: "year", label: t("terms:field.year") },
        ]}
        rowKey={(call) => call.name}
        rowName={(call) => call.title}
        rowLink={(call) => desk.call(call.name)}
        empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} action={make} />}
        exportName={t("list.title")}
      />
    </div>
  );
}
