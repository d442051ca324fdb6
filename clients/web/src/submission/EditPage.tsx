import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { addressOf } from "@/api/resource";
import { useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Submission, Submission_Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { SaveState } from "@/ui/SaveState";
import { Waiting } from "@/ui/Waiting";
import { BasicsStep } from "./BasicsStep";
import { idOfField, type Step, steps } from "./complete";
import { canEdit, deadlineOf } from "./life";
import { readKept } from "./draftIo";
import type { Kept } from "./DraftWriter";
import { FilesStep } from "./FilesStep";
import { FormStep } from "./FormStep";
import { ReadSubmission } from "./read";
import { StepList } from "./StepList";
import styles from "./submission.module.css";
import { TeamStep } from "./TeamStep";
import { type Draft, useDraft } from "./useDraft";
import { useOneWindow } from "./useOneWindow";

const contents = { basics: BasicsStep, form: FormStep, team: TeamStep, files: FilesStep };

/** Moves to the field that the address names, as the page of what is missing links to. */
function useFocusOn(field: string, step: Step): void {
  useEffect(() => {
    if (!field) return;
    const element = document.getElementById(idOfField(field));
    element?.scrollIntoView({ block: "center" });
    element?.focus({ preventScroll: true });
  }, [field, step]);
}

/** The way to the next step, or to the page where everything is checked. */
function Onward({ draft, step, onStep }: { draft: Draft; step: Step; onStep: (step: Step) => void }) {
  const { t } = useTranslation("submission");
  const go = useGo();
  const next = steps[steps.indexOf(step) + 1];
  const before = steps[steps.indexOf(step) - 1];
  const check = async () => {
    await draft.writer.flush();
    go(`${addressOf(draft.submission.name)}/check`);
  };
  return (
    <div className={styles.bar}>
      <SaveState saving={draft.saving} />
      <div className="row">
        {before && (
          <button type="button" className="button" onClick={() => onStep(before)}>
            {t("previous")}
          </button>
        )}
        <button type="button" className="button primary" onClick={() => (next ? onStep(next) : void check())}>
          {next ? t("next", { step: t(`step.${next}`) }) : t("toCheck")}
        </button>
      </div>
    </div>
  );
}

/** Why it came back, for as long as it is to be corrected. */
export function ReturnedNote({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  if (submission.status !== Submission_Status.TO_BE_CORRECTED) return null;
  return (
    <div className={styles.notice}>
      <p>
        <strong>{t("returned")}</strong>
      </p>
      {submission.note && <p className={styles.answer}>{submission.note}</p>}
      <p>
        {t("correctBy")} <Deadline at={deadlineOf(submission, call)} />
      </p>
    </div>
  );
}

function Editor({ submission, call, kept }: { submission: Submission; call: Call; kept: Kept | undefined }) {
  const { t } = useTranslation("submission");
  const account = useMe().account?.name ?? "";
  const [state, setState] = useAddressState({ step: "basics", check: "", field: "" });
  const step = steps.find((one) => one === state.step) ?? "basics";
  const draft = useDraft({ account, submission, call, kept, sayAll: state.check !== "" });
  useFocusOn(state.field, step);
  const move = (next: Step) => {
    setState({ step: next, field: "" });
    window.scrollTo(0, 0);
  };
  const Content = contents[step];
  return (
    <div className="stack">
      <PageHeader
        title={draft.fields.title || t("untitled")}
        trail={[{ text: t("mine"), to: "/submissions" }]}
        text={
          <>
            {call.title} · {t("closes")} <Deadline at={deadlineOf(submission, call)} />
          </>
        }
        actions={
          <Link to={`${addressOf(submission.name)}/preview`} className="button">
            {t("preview.button")}
          </Link>
        }
      />
      <ReturnedNote submission={submission} call={call} />
      <div className={styles.editor}>
        <StepList draft={draft} step={step} onStep={move} />
        <form className="panel stack" aria-label={t(`step.${step}`)} onSubmit={(event) => event.preventDefault()}>
          <h2>{t(`step.${step}`)}</h2>
          <Content draft={draft} />
          <Onward draft={draft} step={step} onStep={move} />
        </form>
      </div>
    </div>
  );
}

/** Waits for what this device kept, and for other windows to let go of the draft. */
function Begin({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const account = useMe().account?.name ?? "";
  const alone = useOneWindow(submission.name);
  const [kept, setKept] = useState<{ of: Kept | undefined }>();
  useEffect(() => {
    if (alone) void readKept(account, submission.name).then((of) => setKept({ of }));
  }, [alone, account, submission.name]);
  if (!alone) return <EmptyState title={t("otherWindow")} text={t("otherWindowText")} />;
  return kept ? <Editor submission={submission} call={call} kept={kept.of} /> : <Waiting lines={8} />;
}

/** Writes a draft, or corrects what was returned; everything is saved as it is typed. */
export default function EditPage() {
  const { t } = useTranslation("submission");
  return (
    <ReadSubmission>
      {({ submission, call }) =>
        canEdit(submission) ? (
          <Begin key={submission.name} submission={submission} call={call} />
        ) : (
          <EmptyState
            title={t("notEditable")}
            action={
              <Link to={addressOf(submission.name)} className="button">
                {t("toSubmission")}
              </Link>
            }
          />
        )
      }
    </ReadSubmission>
  );
}
