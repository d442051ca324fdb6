import { useTranslation } from "react-i18next";
import { useAddressState } from "@/app/address";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Review, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import styles from "./Desk.module.css";
import { Neighbours } from "./Neighbours";
import { nextToWrite } from "./order";
import { useMyReviews } from "./queries";
import { Reading, readingTab } from "./Reading";
import { ReviewRecord } from "./ReviewRecord";

/** After it was sent: the same two sides, to read only, and the way to the next. */
export function SealedPage({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  const [{ tab }, set] = useAddressState({ tab: readingTab });
  const next = nextToWrite(useMyReviews(), review.name);
  return (
    <div className="stack">
      <PageHeader
        title={review.submissionTitle}
        trail={[{ text: t("mine.title"), to: "/reviews" }]}
        beside={<StatusChip of={Review_StateSchema} value={review.state} />}
        actions={<Neighbours name={review.name} />}
        text={call.title}
      />
      <div className={`panel row spread ${styles.sealed}`} role="status">
        <span>
          {t("sealed.text")} <Instant at={review.submitTime} />
        </span>
        <Link to={next ? addressOf(next.name) : "/reviews"} className="button primary">
          {t(next ? "sealed.next" : "sealed.list")}
        </Link>
      </div>
      <div className={styles.desk}>
        <Reading review={review} call={call} tab={tab} onTab={(chosen) => set({ tab: chosen })} sheetTab />
        <div className={`${styles.sheet} ${tab === "sheet" ? styles.chosen : ""}`}>
          <ReviewRecord review={review} call={call} />
        </div>
      </div>
    </div>
  );
}
