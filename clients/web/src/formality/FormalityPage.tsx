import { useCallback, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { idOf } from "@/api/resource";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionView } from "@/submissionDesk/SubmissionView";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Progress } from "@/ui/Progress";
import { useShortcut } from "@/ui/shortcuts";
import { Waiting } from "@/ui/Waiting";
import { Decision } from "./Decision";
import styles from "./formality.module.css";
import { Items } from "./Items";
import { useQueue, useWaiting } from "./useQueue";

function Done({ call, count }: { call: Call; count: number }) {
  const { t } = useTranslation("formality");
  const link = (
    <Link to={desk.of(call.name, "assignment")} className="button primary">
      {t("done.next")}
    </Link>
  );
  return <EmptyState title={t(count > 0 ? "done.title" : "done.none")} text={t("done.text")} action={link} />;
}

function Check({ call, waiting }: { call: Call; waiting: Submission[] }) {
  const { t } = useTranslation("formality");
  const [address, setAddress] = useAddressState({ at: "" });
  const first = waiting[0]?.name ?? "";
  const at = address.at === "-" ? "" : address.at ? `submissions/${address.at}` : first;
  const go = useCallback((name: string) => setAddress({ at: name ? idOf(name) : "-" }), [setAddress]);
  const queue = useQueue(waiting, at, go);
  const { submission, done, names } = queue;
  const title = useRef<HTMLHeadingElement>(null);
  const shown = submission?.name;
  useEffect(() => {
    if (shown) title.current?.focus({ preventScroll: true });
    window.scrollTo({ top: 0 });
  }, [shown]);
  useShortcut("j", t("keys.next"), () => queue.skip(1));
  useShortcut("k", t("keys.before"), () => queue.skip(-1));
  if (names.length === 0 || done.size === names.length || !at) return <Done call={call} count={names.length} />;
  return (
    <>
      <Progress label={t("progress")} done={done.size} total={names.length} />
      <RefusalSummary refusal={queue.refusal} />
      {!submission && !queue.refusal && <Waiting lines={8} />}
      {submission && (
        <div className={styles.check} key={submission.name}>
          <div className="stack">
            <h2 ref={title} tabIndex={-1} style={{ outline: "none" }}>
              {submission.title}
            </h2>
            <SubmissionView submission={submission} call={call} />
          </div>
          <aside className={`panel ${styles.side}`} aria-label={t("title")}>
            <Decision submission={submission} call={call} queue={queue} />
            <Items items={submission.formalityItems} call={call} queue={queue} />
            <div className="row">
              <button type="button" className="button compact" onClick={() => queue.skip(-1)}>
                {t("before")} <kbd>K</kbd>
              </button>
              <button type="button" className="button compact" onClick={() => queue.skip(1)}>
                {t("next")} <kbd>J</kbd>
              </button>
            </div>
          </aside>
        </div>
      )}
      <details>
        <summary>{t("all", { count: names.length - done.size })}</summary>
        <ul className={styles.queue}>
          {waiting.map((one) => (
            <li key={one.name}>
              <button type="button" className="button link" aria-current={one.name === at ? "true" : undefined} disabled={done.has(one.name)} onClick={() => go(one.name)}>
                {done.has(one.name) && "✓ "}
                {one.receipt?.number} {one.title}
              </button>
            </li>
          ))}
        </ul>
      </details>
    </>
  );
}

function Queue({ call }: { call: Call }) {
  const { t } = useTranslation("formality");
  const waiting = useWaiting(call.name);
  if (call.state < Call_State.CLOSED) return <EmptyState title={t("early.title")} text={t("early.text")} />;
  return waiting ? <Check call={call} waiting={waiting} /> : <Waiting lines={8} />;
}

/** The formality check as a queue: look, decide, and the next one is there. */
export default function FormalityPage() {
  const { t } = useTranslation("formality");
  return <CallFrame title={t("title")} text={t("text")}>{(call) => <Queue call={call} />}</CallFrame>;
}
