import { type ReactNode, useId } from "react";
import { useTranslation } from "react-i18next";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import { DetailSchema, type Event } from "@/gen/redpeak/events/v1/event_pb";
import { SystemService } from "@/gen/redpeak/system/v1/system_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { dayEnd, dayStart } from "./days";
import { EventDetail } from "./EventDetail";
import styles from "./EventsPage.module.css";
import { Actor, Thing } from "./Thing";

const kinds = DetailSchema.fields.map((field) => field.name);

function useColumns(): Column<Event>[] {
  const { t } = useTranslation(["audit", "terms"]);
  return [
    { key: "kind", header: t("column.kind"), cell: (event) => t(`terms:value.kind.${event.kind}`, { defaultValue: event.kind }), field: "kind", width: "120px" },
    { key: "time", header: t("column.time"), cell: (event) => <Instant at={event.time} />, field: "time", width: "180px" },
    { key: "subject", header: t("column.subject"), cell: (event) => <Thing name={event.subject} />, field: "subject", width: "26%" },
    { key: "actor", header: t("column.actor"), cell: (event) => <Actor name={event.actor} />, field: "actor", width: "120px" },
    { key: "detail", header: t("column.detail"), cell: (event) => <EventDetail event={event} /> },
  ];
}

function DayField({ label, value, onValue }: { label: string; value: string; onValue: (value: string) => void }) {
  const id = useId();
  return (
    <div className={styles.field}>
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" className="input" value={value} onChange={(event) => onValue(event.target.value)} />
    </div>
  );
}

/** A filter that was set by pressing on something: what it is, and a way to drop it. */
function Narrowed({ label, children, onDrop }: { label: string; children: ReactNode; onDrop: () => void }) {
  const { t } = useTranslation("audit");
  return (
    <span className={styles.narrowed}>
      <span className="quiet small">{label}</span> {children}
      <button type="button" className="button compact" onClick={onDrop}>
        {t("narrow.drop")}
      </button>
    </span>
  );
}

/** Everything that happened, newest first, found by what, who, which sort and when; all of it is in the address. */
export default function EventsPage() {
  const { t } = useTranslation(["audit", "terms"]);
  const [state, set] = useAddressState({ subject: "", actor: "", since: "", until: "" });
  const columns = useColumns();
  const narrowed = Object.values(state).some(Boolean);
  const clear = (
    <button type="button" className="button" onClick={() => set({ subject: "", actor: "", since: "", until: "" })}>
      {t("ui:list.clear")}
    </button>
  );
  return (
    <div className="stack">
      <PageHeader title={t("events.title")} text={t("events.text")} />
      <form role="search" aria-label={t("events.narrow")} className={styles.filters} onSubmit={(event) => event.preventDefault()}>
        <DayField label={t("narrow.since")} value={state.since} onValue={(since) => set({ since })} />
        <DayField label={t("narrow.until")} value={state.until} onValue={(until) => set({ until })} />
        {state.subject && (
          <Narrowed label={t("column.subject")} onDrop={() => set({ subject: "" })}>
            <Thing name={state.subject} />
          </Narrowed>
        )}
        {state.actor && (
          <Narrowed label={t("column.actor")} onDrop={() => set({ actor: "" })}>
            <Actor name={state.actor} />
          </Narrowed>
        )}
      </form>
      <DataList
        label={t("events.title")}
        method={SystemService.method.listEvents}
        request={({ kind }) => ({
          kind: kind ?? "",
          subject: state.subject,
          actor: state.actor,
          since: dayStart(state.since),
          before: dayEnd(state.until),
          newestFirst: true,
        })}
        rowsOf={(answer) => answer.events}
        filters={[{ key: "kind", label: t("column.kind"), options: kinds.map((kind) => ({ value: kind, text: t(`terms:value.kind.${kind}`, { defaultValue: kind }) })) }]}
        columns={columns}
        rowKey={(event) => String(event.id)}
        rowName={(event) => t(`terms:value.kind.${event.kind}`, { defaultValue: event.kind })}
        empty={<EmptyState title={t(narrowed ? "ui:list.filteredEmpty" : "events.empty")} action={narrowed && clear} />}
        exportName={t("events.title")}
        actions={(event) => (
          <span className={styles.narrow}>
            {event.subject !== state.subject && <Link to={`/events?subject=${encodeURIComponent(event.subject)}`}>{t("narrow.subject")}</Link>}
            {event.actor !== "" && event.actor !== state.actor && <Link to={`/events?actor=${encodeURIComponent(event.actor)}`}>{t("narrow.actor")}</Link>}
          </span>
        )}
      />
    </div>
  );
}
