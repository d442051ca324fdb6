import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import type { HomeSection } from "@/app/route";
import { Link } from "@/app/Link";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { type Submission, Submission_Status as Status, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Deadline, useNow } from "@/ui/Instant";
import { StatusChip } from "@/ui/StatusChip";
import { dateOf } from "@/ui/time";
import { deadlineOf } from "./life";
import styles from "./submission.module.css";

const shownMax = 20;

function Todo({ submission, call }: { submission: Submission; call: Call | undefined }) {
  const { t } = useTranslation("submission");
  return (
    <li className={styles.todo}>
      <div className="row spread">
        <h3>
          <Link to={`${addressOf(submission.name)}/edit`}>{submission.title || t("untitled")}</Link>
        </h3>
        <StatusChip of={Submission_StatusSchema} value={submission.status} />
      </div>
      {submission.status === Status.TO_BE_CORRECTED && submission.note && <p className={styles.answer}>{submission.note}</p>}
      <p className="quiet">
        {call?.title} {call && t("closes")} {call && <Deadline at={deadlineOf(submission, call)} />}
      </p>
    </li>
  );
}

/** What is to be written or corrected while there is time, and calls that are open. */
function Section() {
  const { t } = useTranslation("submission");
  const now = useNow();
  const own = useQuery(SubmissionsService.method.listSubmissions, { mine: true, pageSize: shownMax });
  const calls = useQuery(CallsService.method.listCalls, { state: Call_State.OPEN, pageSize: shownMax });
  const all = useQuery(CallsService.method.listCalls, { pageSize: 100 });
  const callOf = (name: string) => all.data?.calls.find((call) => call.name === name);
  const inTime = (one: Submission) => {
    const call = callOf(one.call);
    const until = call && deadlineOf(one, call);
    return !until || dateOf(until) > now;
  };
  const todo = (own.data?.submissions ?? [])
    .filter(({ status }) => status === Status.IN_PREPARATION || status === Status.TO_BE_CORRECTED)
    .filter(inTime);
  const begun = new Set((own.data?.submissions ?? []).map(({ call }) => call));
  const open = (calls.data?.calls ?? []).filter(({ name }) => own.data && !begun.has(name));
  return (
    <>
      {todo.length > 0 && (
        <section className="panel stack-small" aria-labelledby="home-todo">
          <h2 id="home-todo">{t("home.todo")}</h2>
          <ul className={styles.files}>
            {todo.map((one) => (
              <Todo key={one.name} submission={one} call={callOf(one.call)} />
            ))}
          </ul>
        </section>
      )}
      {open.length > 0 && (
        <section className="panel stack-small" aria-labelledby="home-open">
          <h2 id="home-open">{t("home.open")}</h2>
          <ul className={styles.files}>
            {open.map(({ name, title, closesAt }) => (
              <li key={name} className={styles.file}>
                <Link to={addressOf(name)}>{title}</Link>
                <span>
                  {t("closes")} <Deadline at={closesAt} />
                </span>
              </li>
            ))}
          </ul>
        </section>
      )}
    </>
  );
}

export const section: HomeSection = { roles: ["RESEARCHER"], order: 20, Section, texts: ["discipline"] };
