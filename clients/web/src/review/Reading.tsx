import { lazy, type KeyboardEvent, Suspense } from "react";
import { useTranslation } from "react-i18next";
import { reviewAttachmentUrl } from "@/api/files";
import { idOf } from "@/api/resource";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Review } from "@/gen/redpeak/review/v1/review_pb";
import type { Attachment } from "@/gen/redpeak/submissions/v1/submission_pb";
import { Waiting } from "@/ui/Waiting";
import styles from "./Desk.module.css";
import { useBlindSubmission } from "./queries";
import { SubmissionText } from "./SubmissionText";

const PdfView = lazy(() => import("./PdfView"));

/** The tab that is open at first. */
export const readingTab = "text";

interface Props {
  review: Review;
  call: Call;
  tab: string;
  onTab: (tab: string) => void;
  /** On a phone the sheet is one of the tabs. */
  sheetTab?: boolean;
}

function File({ review, file, label }: { review: Review; file: Attachment; label: string }) {
  const { t } = useTranslation("review");
  const url = reviewAttachmentUrl(review.name, file.name);
  if (file.mediaType.startsWith("image/")) return <img src={url} alt={label} className={styles.image} />;
  if (file.mediaType === "application/pdf") {
    return (
      <Suspense fallback={<Waiting lines={12} />}>
        <PdfView key={url} url={url} label={label} />
      </Suspense>
    );
  }
  return (
    <a href={url} download className="button">
      {t("file.download")}
    </a>
  );
}

/** Left and right go through the tabs, as in every row of tabs. */
function onTabKey(event: KeyboardEvent<HTMLElement>) {
  const step = { ArrowRight: 1, ArrowLeft: -1 }[event.key];
  if (!step || event.altKey) return;
  const tabs = [...event.currentTarget.querySelectorAll<HTMLElement>("[role=tab]")].filter((tab) => tab.offsetParent);
  const next = tabs[(tabs.indexOf(event.target as HTMLElement) + step + tabs.length) % tabs.length];
  event.preventDefault();
  next?.focus();
  next?.click();
}

/** What the expert reads: the answers, and each file, in tabs. */
export function Reading({ review, call, tab, onTab, sheetTab = false }: Props) {
  const { t } = useTranslation("review");
  const submission = useBlindSubmission(review.name);
  const labelOf = (file: Attachment) => call.attachmentSlots.find((slot) => slot.code === file.slot)?.displayName ?? file.slot;
  const files = submission.attachments;
  const tabs = [
    { key: readingTab, label: t("tab.text") },
    ...files.map((file) => ({ key: idOf(file.name), label: labelOf(file) })),
    ...(sheetTab ? [{ key: "sheet", label: t("tab.sheet") }] : []),
  ];
  const shown = tabs.some(({ key }) => key === tab) ? tab : readingTab;
  const file = files.find((one) => idOf(one.name) === shown);
  return (
    <div className={styles.reading}>
      <div className={styles.tabs} role="tablist" aria-label={t("tab.label")} onKeyDown={onTabKey}>
        {tabs.map(({ key, label }) => (
          <button
            key={key}
            type="button"
            role="tab"
            id={`tab-${key}`}
            aria-selected={shown === key}
            aria-controls="reading-panel"
            tabIndex={shown === key ? 0 : -1}
            className={`${styles.tab} ${key === "sheet" ? styles.sheetTab : ""}`}
            onClick={() => onTab(key)}
          >
            {label}
          </button>
        ))}
      </div>
      <div id="reading-panel" role="tabpanel" aria-labelledby={`tab-${shown}`} className={shown === "sheet" ? styles.behind : undefined}>
        {file ? <File review={review} file={file} label={labelOf(file)} /> : <SubmissionText submission={submission} call={call} />}
      </div>
    </div>
  );
}
