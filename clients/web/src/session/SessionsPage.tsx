import { useSuspenseQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { Link } from "@/app/Link";
import type { Session } from "@/gen/redpeak/identity/v1/identity_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { Chip } from "@/ui/StatusChip";
import { addressIn, newestFirst } from "./order";
import styles from "./SessionsPage.module.css";

interface CardProps {
  session: Session;
  pending: boolean;
  onEnd: () => void;
}

function SessionCard({ session, pending, onEnd }: CardProps) {
  const { t } = useTranslation("session");
  const client = session.client || t("sessions.unknown");
  return (
    <li className="panel stack-small">
      <div className="row spread">
        <strong>{client}</strong>
        {session.current ? (
          <Chip tone="good">{t("sessions.this")}</Chip>
        ) : (
          <button
            type="button"
            className="button compact"
            disabled={pending}
            aria-label={t("sessions.endOne", { client })}
            onClick={onEnd}
          >
            {t("sessions.end")}
          </button>
        )}
      </div>
      <Facts
        facts={[
          { label: t("sessions.opened"), value: session.createTime && <Instant at={session.createTime} /> },
          { label: t("sessions.expires"), value: session.expireTime && <Instant at={session.expireTime} /> },
          { label: t("sessions.from"), value: addressIn(session.peer) },
        ]}
      />
    </li>
  );
}

/** Where one is signed in; any of it can be ended from here. */
export default function SessionsPage() {
  const { t } = useTranslation("session");
  const { data } = useSuspenseQuery(IdentityService.method.listSessions, {});
  const { run, pending, refusal } = useAction(IdentityService.method.revokeSession);
  const [said, setSaid] = useState("");
  const others = data.sessions.filter((session) => !session.current);
  const end = async (sessions: Session[]) => {
    setSaid("");
    const answers = [];
    for (const { name } of sessions) answers.push(await run({ name }));
    setSaid(t(answers.includes(undefined) ? "sessions.failed" : "sessions.ended"));
  };
  const actions = (
    <>
      {others.length > 1 && (
        <button type="button" className="button" disabled={pending} onClick={() => void end(others)}>
          {t("sessions.endOthers")}
        </button>
      )}
      <Link to="/password" className="button">
        {t("change.title")}
      </Link>
    </>
  );
  return (
    <div className="stack measure">
      <PageHeader title={t("sessions.title")} text={t("sessions.text")} actions={actions} />
      <RefusalSummary refusal={refusal} />
      <p role="status" className={said ? undefined : "visually-hidden"}>
        {said}
      </p>
      <ul className={styles.list}>
        {newestFirst(data.sessions).map((session) => (
          <SessionCard key={session.name} session={session} pending={pending} onEnd={() => void end([session])} />
        ))}
      </ul>
      {others.length === 0 && <p className="quiet">{t("sessions.onlyThis")}</p>}
    </div>
  );
}
