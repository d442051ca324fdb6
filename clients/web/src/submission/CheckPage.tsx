import { useTranslation } from "react-i18next";
import { explainViolation } from "@/api/explain";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { useLanguage } from "@/i18n/useLanguage";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { formatWan } from "@/ui/wan";
import { checkComplete, type Step, stepOf } from "./complete";
import { fieldsOf } from "./fields";
import { useFieldLabel } from "./labels";
import { canEdit, deadlineOf } from "./life";
import { ReadSubmission } from "./read";
import { SubmissionView } from "./SubmissionView";
import styles from "./submission.module.css";

function useProblems(submission: Submission, call: Call) {
  const { t } = useTranslation(["submission", "ui"]);
  const language = useLanguage();
  const wan = (fen: bigint) => t("ui:money.amount", { amount: formatWan(fen, language) });
  return checkComplete(fieldsOf(submission), call, new Set(submission.attachments.map(({ slot }) => slot)), wan);
}

/** What is missing, each line a way to where it is written. */
function Missing({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const labelOf = useFieldLabel(call);
  const problems = useProblems(submission, call);
  if (problems.length === 0) return <p className={`${styles.notice} ${styles.good}`}>{t("check.complete")}</p>;
  const wayTo = (field: string) =>
    `${addressOf(submission.name)}/edit?step=${stepOf(field)}&check=1&field=${encodeURIComponent(field)}`;
  return (
    <section className={`${styles.notice} ${styles.bad}`} aria-labelledby="missing">
      <h2 id="missing">{t("check.missing", { count: problems.length })}</h2>
      <ul>
        {problems.map((problem) => (
          <li key={problem.field}>
            <Link to={wayTo(problem.field)}>{t("ui:violation", { label: labelOf(problem.field), problem: explainViolation(problem, t) })}</Link>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Send({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation(["submission", "ui"]);
  const go = useGo();
  const labelOf = useFieldLabel(call);
  const complete = useProblems(submission, call).length === 0;
  const { run, pending, refusal } = useAction(SubmissionsService.method.submitSubmission);
  const send = async () => {
    const { name, etag } = submission;
    if (await run({ name, etag })) go(`${addressOf(name)}/receipt`);
  };
  return (
    <section className="panel stack" aria-labelledby="send">
      <h2 id="send">{t("check.sendTitle")}</h2>
      <RefusalSummary refusal={refusal} labelOf={labelOf} />
      <p>{t(call.endorsementRequired ? "check.sendTextEndorsed" : "check.sendText")}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={!complete || pending} onClick={() => void send()}>
          {pending ? t("ui:sending") : t("check.send")}
        </button>
        <Link to={`${addressOf(submission.name)}/edit`} className="button">
          {t("ui:confirm.back")}
        </Link>
        <Link to={`${addressOf(submission.name)}/preview`} className="button">
          {t("preview.button")}
        </Link>
      </div>
    </section>
  );
}

function Content({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const changeAt = (step: Step) => `${addressOf(submission.name)}/edit?step=${step}`;
  if (!canEdit(submission)) {
    const action = (
      <Link to={addressOf(submission.name)} className="button">
        {t("toSubmission")}
      </Link>
    );
    return <EmptyState title={t("notEditable")} action={action} />;
  }
  return (
    <div className="stack measure">
      <PageHeader
        title={t("check.title")}
        trail={[
          { text: t("mine"), to: "/submissions" },
          { text: submission.title || t("untitled"), to: `${addressOf(submission.name)}/edit` },
        ]}
        text={
          <>
            {call.title} · {t("closes")} <Deadline at={deadlineOf(submission, call)} />
          </>
        }
      />
      <Missing submission={submission} call={call} />
      <SubmissionView submission={submission} call={call} changeAt={changeAt} />
      <Send submission={submission} call={call} />
    </div>
  );
}

/** Everything that will be sent, to be checked before it is. */
export default function CheckPage() {
  return <ReadSubmission>{(read) => <Content {...read} />}</ReadSubmission>;
}
