import { useState } from "react";
import { useTranslation } from "react-i18next";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { FormalityItem_Outcome as Outcome, FormalityItem_OutcomeSchema, type FormalityItem } from "@/gen/redpeak/submissions/v1/submission_pb";
import { useShortcut } from "@/ui/shortcuts";
import { StatusChip } from "@/ui/StatusChip";
import { TextField } from "@/ui/TextField";
import { record } from "./deeds";
import styles from "./formality.module.css";
import { toggled } from "./queue";
import type { Queue } from "./useQueue";

export function useItemName(call: Call): (code: string) => string {
  const { t } = useTranslation("terms");
  return (code) => call.manualItems.find((item) => item.code === code)?.displayName ?? t(`value.code.${code}`, { defaultValue: code });
}

function Waive({ item, queue }: { item: FormalityItem; queue: Queue }) {
  const { t } = useTranslation("formality");
  const [note, setNote] = useState("");
  return (
    <details>
      <summary>{t("waive.open")}</summary>
      <TextField label={t("waive.note")} value={note} onValue={setNote} />
      <button
        type="button"
        className="button compact"
        disabled={!note.trim() || queue.pending}
        onClick={() => void queue.act(record(item.code, Outcome.WAIVED, note), false)}
      >
        {t("waive.button")}
      </button>
    </details>
  );
}

function ManualItem({ item, name, digit, queue }: { item: FormalityItem; name: string; digit: number; queue: Queue }) {
  const { t } = useTranslation("formality");
  const set = (outcome: Outcome) => void queue.act(record(item.code, outcome), false);
  useShortcut(String(digit), t("keys.item", { name }), () => set(toggled(item)));
  const choice = (outcome: Outcome, label: string) => (
    <button type="button" className="button compact" aria-pressed={item.outcome === outcome} disabled={queue.pending} onClick={() => set(outcome)}>
      {label}
    </button>
  );
  return (
    <li className={styles.item}>
      <div className="row spread">
        <span>
          <kbd>{digit}</kbd> {name}
        </span>
        <StatusChip of={FormalityItem_OutcomeSchema} value={item.outcome} />
      </div>
      <div className="row" role="group" aria-label={name}>
        {choice(Outcome.PASSED, t("passed"))}
        {choice(Outcome.FAILED, t("failed"))}
      </div>
      {item.outcome === Outcome.FAILED && <Waive item={item} queue={queue} />}
      {item.note && <p className="quiet small">{item.note}</p>}
    </li>
  );
}

/** The automatic items with what came of them, and the manual ones with their keys. */
export function Items({ items, call, queue }: { items: readonly FormalityItem[]; call: Call; queue: Queue }) {
  const { t } = useTranslation(["formality", "submissionDesk"]);
  const nameOf = useItemName(call);
  const manual = items.filter((item) => !item.automatic);
  return (
    <>
      <h2>{t("automatic")}</h2>
      <ul className={styles.items}>
        {items
          .filter((item) => item.automatic)
          .map((item) => (
            <li key={item.code}>
              <div className="row spread">
                <span>{t(`submissionDesk:check.${item.code}`)}</span>
                <StatusChip of={FormalityItem_OutcomeSchema} value={item.outcome} />
              </div>
              {item.outcome === Outcome.FAILED && <Waive item={item} queue={queue} />}
              {item.note && <p className="quiet small">{item.note}</p>}
            </li>
          ))}
      </ul>
      {manual.length > 0 && <h2>{t("manual")}</h2>}
      <ul className={styles.items}>
        {manual.map((item, at) => (
          <ManualItem key={item.code} item={item} name={nameOf(item.code)} digit={at + 1} queue={queue} />
        ))}
      </ul>
    </>
  );
}
