import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { useMe } from "@/api/me";
import { toRefusal } from "@/api/refusal";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo, useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { type Submission, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Deadline } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import { canEdit } from "./life";
import styles from "./submission.module.css";

/** What one has in this call already, so that nobody begins the same twice. */
function Earlier({ submissions }: { submissions: Submission[] }) {
  const { t } = useTranslation("submission");
  if (submissions.length === 0) return null;
  return (
    <section className="panel stack-small" aria-labelledby="earlier">
      <h2 id="earlier">{t("apply.earlier")}</h2>
      <ul className={styles.files}>
        {submissions.map((one) => (
          <li key={one.name} className={styles.file}>
            <Link to={addressOf(one.name) + (canEdit(one) ? "/edit" : "")}>{one.title || t("untitled")}</Link>
            <StatusChip of={Submission_StatusSchema} value={one.status} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Begin({ call, first }: { call: Call; first: boolean }) {
  const { t } = useTranslation(["submission", "ui"]);
  const { person, organisation } = useMe();
  const go = useGo();
  const { run, pending, refusal } = useAction(SubmissionsService.method.createSubmission);
  const begin = async () => {
    const made = await run({ submission: { call: call.name, discipline: person?.discipline ?? "" } });
    if (made) go(`${addressOf(made.name)}/edit`);
  };
  return (
    <section className="panel stack" aria-labelledby="begin">
      <h2 id="begin">{t("apply.you")}</h2>
      <p>{t("apply.youText")}</p>
      <Facts
        facts={[
          { label: t("name"), value: person?.displayName, change: "/profile" },
          { label: t("unit"), value: organisation?.displayName },
          { label: t("contact"), value: [person?.email, person?.phone].filter(Boolean).join(" · "), change: "/profile" },
        ]}
      />
      <RefusalSummary refusal={refusal} />
      <div className="row">
        <button type="button" className={first ? "button primary" : "button"} disabled={pending} onClick={() => void begin()}>
          {pending ? t("ui:sending") : t(first ? "apply.begin" : "apply.beginAnother")}
        </button>
        <Link to={addressOf(call.name)} className="button">
          {t("apply.guideline")}
        </Link>
      </div>
    </section>
  );
}

function Content({ call }: { call: Call }) {
  const { t } = useTranslation("submission");
  const { data } = useQuery(SubmissionsService.method.listSubmissions, { call: call.name, mine: true, pageSize: 50 });
  if (!data) return <Waiting />;
  const open = call.state === Call_State.OPEN;
  return (
    <div className="stack measure">
      <PageHeader
        title={t("apply.title", { call: call.title })}
        trail={[{ text: call.title, to: addressOf(call.name) }]}
        text={
          <>
            {t("closes")} <Deadline at={call.closesAt} />
          </>
        }
      />
      <Earlier submissions={data.submissions} />
      {open ? <Begin call={call} first={data.submissions.length === 0} /> : <EmptyState title={t("apply.notOpen")} />}
    </div>
  );
}

/** Before a new submission: who applies, and what there is already. */
export default function ApplyPage() {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const { data, error } = useQuery(CallsService.method.getCall, { name: `calls/${useParam("call")}` });
  if (error) return <EmptyState title={explain(toRefusal(error), t)} />;
  return data ? <Content call={data} /> : <Waiting />;
}
