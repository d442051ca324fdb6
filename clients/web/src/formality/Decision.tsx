import { timestampFromDate, type Timestamp } from "@bufbuild/protobuf/wkt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useServerNow } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { CheckField, InstantField, TextAreaField } from "@/ui/deskFields";
import { useShortcut } from "@/ui/shortcuts";
import { accept, giveBack, refuse } from "./deeds";
import { useItemName } from "./Items";
import { failed } from "./queue";
import type { Queue } from "./useQueue";

interface Props {
  submission: Submission;
  call: Call;
  queue: Queue;
  onClose: () => void;
}

function Refuse({ submission, call, queue, onClose }: Props) {
  const { t } = useTranslation(["formality", "ui"]);
  const nameOf = useItemName(call);
  const codes = failed(submission.formalityItems).map((item) => item.code);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [note, setNote] = useState("");
  const reasons = codes.filter((code) => !left.has(code));
  const choose = (code: string, on: boolean) => setLeft(new Set(on ? [...left].filter((one) => one !== code) : [...left, code]));
  if (codes.length === 0) return <p role="alert">{t("refuse.none")}</p>;
  return (
    <section className="stack-small" aria-label={t("refuse.title")}>
      <h2>{t("refuse.title")}</h2>
      <p className="quiet">{t("refuse.text")}</p>
      {codes.map((code) => (
        <CheckField key={code} label={nameOf(code)} checked={!left.has(code)} onChecked={(on) => choose(code, on)} />
      ))}
      <TextAreaField label={t("refuse.note")} rows={3} maxLength={2000} value={note} onValue={setNote} />
      <div className="row">
        <button type="button" className="button danger" disabled={reasons.length === 0 || queue.pending} onClick={() => void queue.act(refuse(reasons, note), true)}>
          {t("refuse.button")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("ui:cancel")}
        </button>
      </div>
    </section>
  );
}

const daysToCorrect = 5;
const dayMs = 86_400_000;

function GiveBack({ submission, call, queue, onClose }: Props) {
  const { t } = useTranslation(["formality", "ui", "terms"]);
  const nameOf = useItemName(call);
  const now = useServerNow();
  const [reason, setReason] = useState(() => failed(submission.formalityItems).map((item) => nameOf(item.code)).join("；"));
  const [by, setBy] = useState<Timestamp | undefined>(() => timestampFromDate(new Date(now.getTime() + daysToCorrect * dayMs)));
  return (
    <section className="stack-small" aria-label={t("giveBack.title")}>
      <h2>{t("giveBack.title")}</h2>
      <TextAreaField label={t("giveBack.reason")} rows={3} maxLength={2000} value={reason} onValue={setReason} />
      <InstantField label={t("terms:field.correct_by")} at={by} onAt={setBy} />
      <div className="row">
        <button type="button" className="button" disabled={!reason.trim() || !by || queue.pending} onClick={() => void queue.act(giveBack(reason, by), true)}>
          {t("giveBack.button")}
        </button>
        <button type="button" className="button" onClick={onClose}>
          {t("ui:cancel")}
        </button>
      </div>
    </section>
  );
}

/** Accept, refuse, or give back: by button or by key. */
export function Decision(props: Omit<Props, "onClose">) {
  const { submission, queue } = props;
  const { t } = useTranslation("formality");
  const [open, setOpen] = useState<"" | "refuse" | "giveBack">("");
  const faults = failed(submission.formalityItems).length;
  const take = () => faults === 0 && void queue.act(accept, true);
  useShortcut("a", t("keys.accept"), take);
  useShortcut("r", t("keys.refuse"), () => setOpen("refuse"));
  useShortcut("b", t("keys.giveBack"), () => setOpen("giveBack"));
  const close = () => setOpen("");
  return (
    <div className="stack-small">
      <div className="row">
        <button type="button" className="button primary" disabled={faults > 0 || queue.pending} onClick={take}>
          {t("accept")} <kbd>A</kbd>
        </button>
        <button type="button" className="button danger" aria-expanded={open === "refuse"} disabled={queue.pending} onClick={() => setOpen("refuse")}>
          {t("refuse.open")} <kbd>R</kbd>
        </button>
        <button type="button" className="button" aria-expanded={open === "giveBack"} disabled={queue.pending} onClick={() => setOpen("giveBack")}>
          {t("giveBack.open")} <kbd>B</kbd>
        </button>
      </div>
      <p className="quiet small">{t(faults > 0 ? "faults" : "flawless", { count: faults })}</p>
      {open === "refuse" && <Refuse {...props} onClose={close} />}
      {open === "giveBack" && <GiveBack {...props} onClose={close} />}
    </div>
  );
}
