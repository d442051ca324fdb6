import { useTranslation } from "react-i18next";
import { useHasRole, useMe } from "@/api/me";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Submission, Submission_Status as Status, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { Facts } from "@/ui/Facts";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Steps } from "@/ui/Steps";
import { EndorseActions } from "@/endorsement/EndorseActions";
import { Comments } from "./Comments";
import { DeleteDraft } from "./DeleteDraft";
import { ReturnedNote } from "./EditPage";
import { History } from "./History";
import { canDelete, canEdit, canWithdraw, stagesOf } from "./life";
import { ReadSubmission } from "./read";
import { SubmissionView } from "./SubmissionView";
import styles from "./submission.module.css";

function Stages({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const { stages, at } = stagesOf(submission, call);
  if (at < 0) return null;
  const settled = submission.status === Status.FUNDED || submission.status === Status.NOT_FUNDED;
  const stateOf = (index: number) => (index < at || (index === at && settled) ? "done" : index === at ? "current" : "todo");
  return <Steps label={t("stages")} steps={stages.map((stage, index) => ({ text: t(`stage.${stage}`), state: stateOf(index) }))} />;
}

/** What its applicant can do with it. */
function OwnActions({ submission }: { submission: Submission }) {
  const { t } = useTranslation("submission");
  const address = addressOf(submission.name);
  return (
    <>
      {canEdit(submission) && (
        <Link to={`${address}/edit`} className="button primary">
          {t(submission.status === Status.TO_BE_CORRECTED ? "correct" : "goOn")}
        </Link>
      )}
      {submission.receipt && (
        <Link to={`${address}/receipt`} className="button">
          {t("receipt.title")}
        </Link>
      )}
      {canWithdraw(submission) && (
        <Link to={`${address}/withdraw`} className="button">
          {t("withdraw.title")}
        </Link>
      )}
      {canDelete(submission) && <DeleteDraft submission={submission} />}
    </>
  );
}

/** What came of it, in a word. */
function Outcome({ submission }: { submission: Submission }) {
  const { t } = useTranslation("submission");
  const { status, projectNumber, note } = submission;
  if (status === Status.FUNDED) return <p className={`${styles.notice} ${styles.good}`}>{t("outcome.funded", { number: projectNumber })}</p>;
  if (status === Status.NOT_FUNDED) return <p className={styles.notice}>{t("outcome.notFunded")}</p>;
  if (status === Status.ON_NOTICE) return <p className={`${styles.notice} ${styles.good}`}>{t("outcome.onNotice")}</p>;
  if (status !== Status.NOT_ADMITTED && status !== Status.RETRACTED) return null;
  return (
    <div className={`${styles.notice} ${status === Status.NOT_ADMITTED ? styles.bad : ""}`}>
      <p>{t(status === Status.NOT_ADMITTED ? "outcome.notAdmitted" : "outcome.retracted")}</p>
      {note && <p className={styles.answer}>{note}</p>}
    </div>
  );
}

function Content({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const own = useMe().person?.name === submission.leader;
  const ofUnit = useHasRole("UNIT_OFFICER") && !own;
  const trail = own ? { text: t("mine"), to: "/submissions" } : { text: t("unitList"), to: "/unit-submissions" };
  return (
    <div className="stack">
      <PageHeader
        title={submission.title || t("untitled")}
        trail={own || ofUnit ? [trail] : []}
        beside={<StatusChip of={Submission_StatusSchema} value={submission.status} />}
        actions={own ? <OwnActions submission={submission} /> : ofUnit && <EndorseActions submission={submission} />}
      />
      <Stages submission={submission} call={call} />
      <ReturnedNote submission={submission} call={call} />
      <Outcome submission={submission} />
      <section className="panel stack-small" aria-labelledby="key">
        <h2 id="key">{t("key")}</h2>
        <Facts
          facts={[
            { label: t("receipt.number"), value: submission.receipt && <span className="code">{submission.receipt.number}</span> },
            { label: t("projectNumber"), value: submission.projectNumber && <span className="code">{submission.projectNumber}</span> },
            { label: t("call"), value: <Link to={addressOf(call.name)}>{call.title}</Link> },
          ]}
        />
        <History submission={submission} />
      </section>
      {own && (submission.status === Status.FUNDED || submission.status === Status.NOT_FUNDED) && <Comments submission={submission.name} />}
      <SubmissionView submission={submission} call={call} />
    </div>
  );
}

/** A submission: where it stands, what happened, what came of it, and what was sent. */
export default function SubmissionPage() {
  return <ReadSubmission>{(read) => <Content {...read} />}</ReadSubmission>;
}
