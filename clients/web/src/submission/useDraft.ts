import { useEffect, useMemo, useState, useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { explain, explainViolation } from "@/api/explain";
import type { Violation } from "@/api/refusal";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { useLanguage } from "@/i18n/useLanguage";
import type { Saving } from "@/ui/SaveState";
import { formatWan } from "@/ui/wan";
import { checkComplete } from "./complete";
import { type Conflicts, DraftWriter, type Kept, type WriterState } from "./DraftWriter";
import { draftIo } from "./draftIo";
import { type FieldKey, type Fields, fieldsOf } from "./fields";

/** A draft as the steps of its form write it. */
export interface Draft {
  fields: Fields;
  set: (changes: Partial<Fields>) => void;
  conflicts: Conflicts;
  settle: (key: FieldKey, mine: boolean) => void;
  /** All that is still missing or wrong. */
  problems: Violation[];
  /** What is wrong with a field, if it should be said now. */
  problemAt: (field: string) => string | undefined;
  saving: Saving;
  writer: DraftWriter;
  call: Call;
  submission: Submission;
}

// What may be said while somebody still types; the rest is said once they want to be done.
const saidAtOnce = new Set(["TOO_LONG", "TOO_MANY", "TOO_LARGE", "OVER_CEILING", "OUT_OF_RANGE", "TOO_EARLY"]);

/** The writer of the draft as long as the page is there. */
function useWriter(account: string, submission: Submission, kept: Kept | undefined): DraftWriter {
  const [writer] = useState(
    () => new DraftWriter({ etag: submission.etag, fields: fieldsOf(submission) }, draftIo(account, submission.name), kept),
  );
  useEffect(() => {
    writer.start();
    const kick = () => writer.kick();
    window.addEventListener("online", kick);
    return () => {
      window.removeEventListener("online", kick);
      writer.stop();
      void writer.flush();
    };
  }, [writer]);
  return writer;
}

/** Warns who would leave the site with words that only this device has. */
function useLeaveWarning(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const warn = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", warn);
    return () => window.removeEventListener("beforeunload", warn);
  }, [unsaved]);
}

function useSaving(state: WriterState): Saving {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  if (state.state !== "failed") return state;
  return { state: "failed", problem: state.refusal ? explain(state.refusal, t) : t("save.wrongFields") };
}

export interface DraftStart {
  account: string;
  submission: Submission;
  call: Call;
  kept: Kept | undefined;
  /** Whether everything that is missing is said. */
  sayAll: boolean;
}

export function useDraft({ account, submission, call, kept, sayAll }: DraftStart): Draft {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const language = useLanguage();
  const writer = useWriter(account, submission, kept);
  const { fields, saving, conflicts, refused } = useSyncExternalStore(writer.subscribe, writer.snapshot);
  useLeaveWarning(saving.state !== "saved");
  const slots = submission.attachments.map(({ slot }) => slot).join("\n");
  const problems = useMemo(() => {
    const wan = (fen: bigint) => t("ui:money.amount", { amount: formatWan(fen, language) });
    const refusals = [...refused.values()].flatMap(({ violations }) => violations);
    const short = refusals.map((one) => ({ ...one, field: one.field.replace(/^submission\./, "") }));
    return [...checkComplete(fields, call, new Set(slots.split("\n")), wan), ...short];
  }, [fields, call, slots, refused, language, t]);
  const problemAt = (field: string) => {
    const found = problems.find((one) => one.field === field);
    return found && (sayAll || saidAtOnce.has(found.rule)) ? explainViolation(found, t) : undefined;
  };
  return {
    ...{ fields, conflicts, problems, problemAt, writer, call, submission },
    set: (changes) => writer.set(changes),
    settle: (key, mine) => writer.settle(key, mine),
    saving: useSaving(saving),
  };
}
