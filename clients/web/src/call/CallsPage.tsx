import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { addressOf } from "@/api/resource";
import { usePlain } from "@/api/usePlain";
import { Link } from "@/app/Link";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline, Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import styles from "./call.module.css";
import { Ceilings } from "./Ceilings";
import { type CallList, groupCalls, listCallsMethod, type PublicCall } from "./wire";

const shownMax = 200;

function OpenCall({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  return (
    <li className={`panel ${styles.card}`}>
      <div className="row spread">
        <h3>
          <Link to={addressOf(call.name)}>{call.title}</Link>
        </h3>
        <StatusChip of="calls.v1.Call.State" value={call.state} />
      </div>
      <p>
        {t(call.state === "OPEN" ? "closes" : "opens")}{" "}
        <Deadline at={call.state === "OPEN" ? call.closesAt : call.opensAt} />
      </p>
      <Ceilings categories={call.categories ?? []} />
    </li>
  );
}

function PastCall({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  return (
    <li className={styles.past}>
      <Link to={addressOf(call.name)}>{call.title}</Link>
      <span className="quiet small">
        {t("closed")} <Instant at={call.closesAt} form="day" />
      </span>
      <StatusChip of="calls.v1.Call.State" value={call.state} />
    </li>
  );
}

function Group({ title, calls, past = false }: { title: string; calls: PublicCall[]; past?: boolean }) {
  if (calls.length === 0) return null;
  const One = past ? PastCall : OpenCall;
  return (
    <section className={styles.group} aria-label={title}>
      <h2>{title}</h2>
      <ul className={past ? `panel ${styles.list}` : styles.list}>
        {calls.map((call) => (
          <One key={call.name} call={call} />
        ))}
      </ul>
    </section>
  );
}

function Groups({ calls }: { calls: PublicCall[] }) {
  const { t } = useTranslation("call");
  const { open, coming, past } = groupCalls(calls);
  return (
    <>
      {open.length === 0 && <EmptyState title={t("list.noneOpen")} text={t("list.noneOpenText")} />}
      <Group title={t("list.open")} calls={open} />
      <Group title={t("list.coming")} calls={coming} />
      <Group title={t("list.past")} calls={past} past />
    </>
  );
}

/** The calls that anybody may see, those that can be applied to first. */
export default function CallsPage() {
  const { t } = useTranslation(["call", "ui", "errors"]);
  const { answer, refusal, again } = usePlain<CallList>(listCallsMethod, { pageSize: shownMax });
  const retry = (
    <button type="button" className="button" onClick={again}>
      {t("ui:again")}
    </button>
  );
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} text={t("list.text")} />
      {refusal && <EmptyState title={explain(refusal, t)} action={retry} />}
      {!answer && !refusal && <Waiting lines={6} />}
      {answer && <Groups calls={answer.calls ?? []} />}
    </div>
  );
}
