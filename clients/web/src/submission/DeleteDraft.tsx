import { useRef } from "react";
import { useTranslation } from "react-i18next";
import { useMe } from "@/api/me";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { forgetKept } from "./draftIo";

/** Deletes a draft that was never sent, once the user has said so twice. */
export function DeleteDraft({ submission }: { submission: Submission }) {
  const { t } = useTranslation(["submission", "ui"]);
  const account = useMe().account?.name ?? "";
  const go = useGo();
  const dialog = useRef<HTMLDialogElement>(null);
  const { run, pending, refusal } = useAction(SubmissionsService.method.deleteSubmission, { refresh: false });
  const remove = async () => {
    const { name, etag } = submission;
    if (!(await run({ name, etag }))) return;
    await forgetKept(account, name);
    go("/submissions");
  };
  return (
    <>
      <button type="button" className="button danger" onClick={() => dialog.current?.showModal()}>
        {t("delete.title")}
      </button>
      <dialog ref={dialog} aria-labelledby="delete-draft">
        <div className="stack">
          <h2 id="delete-draft">{t("delete.title")}</h2>
          <RefusalSummary refusal={refusal} />
          <p>{t("delete.text")}</p>
          <div className="row">
            <button type="button" className="button danger" disabled={pending} onClick={() => void remove()}>
              {t("delete.button")}
            </button>
            <button type="button" className="button" onClick={() => dialog.current?.close()}>
              {t("ui:cancel")}
            </button>
          </div>
        </div>
      </dialog>
    </>
  );
}
