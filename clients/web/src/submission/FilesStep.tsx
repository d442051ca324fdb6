import { useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { attachmentUrl } from "@/api/files";
import { type Refusal, toRefusal } from "@/api/refusal";
import { upload } from "@/api/upload";
import { useAction } from "@/api/useAction";
import type { AttachmentSlot } from "@/gen/redpeak/calls/v1/call_pb";
import type { Attachment } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Progress } from "@/ui/Progress";
import { idOfField } from "./complete";
import { formatBytes } from "./bytes";
import styles from "./submission.module.css";
import type { Draft } from "./useDraft";

interface Sending {
  file: File;
  sent: number;
  refusal?: Refusal;
  abort: AbortController;
}

/** The sending of files into one slot, one after another. */
function useUploads(draft: Draft, slot: string) {
  const [sending, setSending] = useState<Sending>();
  const send = async (file: File) => {
    const abort = new AbortController();
    setSending({ file, sent: 0, abort });
    const onProgress = (sent: number) => setSending((now) => now && { ...now, sent });
    try {
      await upload({ submission: draft.submission.name, slot, file }, { signal: abort.signal, onProgress });
      await draft.writer.refresh();
      setSending(undefined);
    } catch (error) {
      setSending(abort.signal.aborted ? undefined : { file, sent: 0, abort, refusal: toRefusal(error) });
    }
  };
  return { sending, send, forget: () => setSending(undefined) };
}

function FileRow({ draft, file }: { draft: Draft; file: Attachment }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const remove = useAction(SubmissionsService.method.deleteAttachment, { refresh: false });
  const onRemove = async () => {
    await remove.run({ name: file.name });
    await draft.writer.refresh();
  };
  return (
    <li className={styles.file}>
      <a href={attachmentUrl(file.name)} target="_blank" rel="noreferrer">
        {file.fileName}
      </a>
      <span className="quiet small number">{formatBytes(Number(file.sizeBytes))}</span>
      <button type="button" className="button compact" disabled={remove.pending} aria-label={t("removeFile", { name: file.fileName })} onClick={() => void onRemove()}>
        {t("remove")}
      </button>
      {remove.refusal && <span className="problem">{explain(remove.refusal, t)}</span>}
    </li>
  );
}

function SendingRow({ sending, onAgain, onForget }: { sending: Sending; onAgain: () => void; onForget: () => void }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const { file, sent, refusal, abort } = sending;
  if (refusal) {
    return (
      <div className={styles.file} role="alert">
        <span className="problem">{t("fileFailed", { name: file.name, problem: explain(refusal, t) })}</span>
        <button type="button" className="button compact" onClick={onAgain}>
          {t("ui:again")}
        </button>
        <button type="button" className="button compact" onClick={onForget}>
          {t("ui:close")}
        </button>
      </div>
    );
  }
  return (
    <div className="stack-small">
      <Progress label={t("sendingFile", { name: file.name })} done={Math.floor((100 * Math.min(sent, file.size)) / Math.max(file.size, 1))} total={100} />
      <div className="row">
        <span className="quiet small number">
          {formatBytes(Math.min(sent, file.size))} / {formatBytes(file.size)}
        </span>
        <button type="button" className="button compact" onClick={() => abort.abort()}>
          {t("ui:cancel")}
        </button>
      </div>
    </div>
  );
}

function Slot({ draft, slot }: { draft: Draft; slot: AttachmentSlot }) {
  const { t } = useTranslation("submission");
  const { sending, send, forget } = useUploads(draft, slot.code);
  const input = useRef<HTMLInputElement>(null);
  const id = idOfField(`attachments.${slot.code}`);
  const problem = draft.problemAt(`attachments.${slot.code}`);
  const files = draft.submission.attachments.filter((file) => file.slot === slot.code);
  return (
    <section className={styles.slot} aria-labelledby={`${id}-label`}>
      <h3 id={`${id}-label`}>
        {slot.displayName}
        {!slot.required && <span className={styles.optional}>{t("optional")}</span>}
      </h3>
      <p className="quiet small">
        {t("fileHint")}
        {slot.shownToExperts && ` ${t("fileShown")}`}
      </p>
      {problem && <p className="problem">{problem}</p>}
      <ul className={styles.files}>
        {files.map((file) => (
          <FileRow key={file.name} draft={draft} file={file} />
        ))}
      </ul>
      {sending && <SendingRow sending={sending} onAgain={() => void send(sending.file)} onForget={forget} />}
      <input
        ref={input}
        type="file"
        hidden
        data-slot={slot.code}
        accept="application/pdf,image/png,image/jpeg"
        onChange={(event) => {
          const [file] = event.target.files ?? [];
          event.target.value = "";
          if (file) void send(file);
        }}
      />
      <div>
        <button id={id} type="button" className="button" disabled={sending !== undefined && !sending.refusal} onClick={() => input.current?.click()}>
          {t(files.length > 0 ? "addAnotherFile" : "addFile")}
        </button>
      </div>
    </section>
  );
}

/** The files that the call asks for. */
export function FilesStep({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { attachmentSlots } = draft.call;
  if (attachmentSlots.length === 0) return <p>{t("noFiles")}</p>;
  return attachmentSlots.map((slot) => <Slot key={slot.code} draft={draft} slot={slot} />);
}
