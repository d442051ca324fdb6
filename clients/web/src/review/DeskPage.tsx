import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Review } from "@/gen/redpeak/review/v1/review_pb";
import { Deadline } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { useShortcut } from "@/ui/shortcuts";
import styles from "./Desk.module.css";
import { Neighbours } from "./Neighbours";
import { Reading, readingTab } from "./Reading";
import { ScoreSheet } from "./ScoreSheet";
import { useDraft } from "./useDraft";

/** The submission in view, and beside it the sheet to score it on. */
export function DeskPage({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  const go = useGo();
  const [{ tab }, set] = useAddressState({ tab: readingTab });
  const writer = useDraft(review, call.criteria);
  const [leaving, setLeaving] = useState(false);
  const check = async () => {
    setLeaving(true);
    if (await writer.flush()) go(`${addressOf(review.name)}/check`);
    setLeaving(false);
  };
  useShortcut("Ctrl+Enter", t("keys.check"), () => void check());
  return (
    <div className="stack">
      <PageHeader
        title={review.submissionTitle}
        trail={[{ text: t("mine.title"), to: "/reviews" }]}
        actions={<Neighbours name={review.name} />}
        text={
          <span className="row">
            {call.title}
            {review.dueTime && (
              <span>
                {t("column.due")}：<Deadline at={review.dueTime} />
              </span>
            )}
            <Link to={`${addressOf(review.name)}/decline`}>{t("decline.link")}</Link>
          </span>
        }
      />
      <div className={styles.desk}>
        <Reading review={review} call={call} tab={tab} onTab={(next) => set({ tab: next })} sheetTab />
        <div className={`${styles.sheet} ${tab === "sheet" ? styles.chosen : ""}`}>
          <ScoreSheet criteria={call.criteria} writer={writer} checking={leaving} onCheck={() => void check()} />
        </div>
      </div>
    </div>
  );
}
