import { useId, useRef, useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { addressOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { Link } from "@/app/Link";
import type { Review } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Progress } from "@/ui/Progress";
import { groupOf } from "./order";
import styles from "./MyReviewsPage.module.css";

// The reasons that are given most; each declines at once.
const usual = ["busy", "field"] as const;

function Decline({ review }: { review: Review }) {
  const { t } = useTranslation("review");
  const id = useId();
  const box = useRef<HTMLDivElement>(null);
  const decline = useAction(ReviewService.method.declineReview);
  const choose = async (reason: string) => {
    if (await decline.run({ name: review.name, reason })) box.current?.hidePopover();
  };
  return (
    <>
      <button type="button" className="button compact" popoverTarget={id}>
        {t("decline.button")}
      </button>
      <div ref={box} id={id} popover="auto" className={styles.reasons} role="dialog" aria-labelledby={`${id}-title`}>
        <h2 id={`${id}-title`}>{t("decline.why")}</h2>
        <p className="quiet">{review.submissionTitle}</p>
        {decline.refusal && <p role="alert">{explain(decline.refusal, t)}</p>}
        {usual.map((reason) => (
          <button key={reason} type="button" className="button" disabled={decline.pending} onClick={() => void choose(t(`decline.usual.${reason}`))}>
            {t(`decline.usual.${reason}`)}
          </button>
        ))}
        <Link to={`${addressOf(review.name)}/decline`} className="button">
          {t("decline.other")}
        </Link>
        <Link to={`${addressOf(review.name)}/decline?conflict=1`} className="button">
          {t("decline.conflict")}
        </Link>
      </div>
    </>
  );
}

function Accept({ review }: { review: Review }) {
  const { t } = useTranslation("review");
  const accept = useAction(ReviewService.method.acceptReview);
  return (
    <>
      <button type="button" className="button compact" disabled={accept.pending} onClick={() => void accept.run({ name: review.name })}>
        {accept.pending ? t("ui:sending") : t("accept")}
        <span className="visually-hidden">：{review.submissionTitle}</span>
      </button>
      {accept.refusal && <span role="alert">{explain(accept.refusal, t)}</span>}
    </>
  );
}

/** What one can do with a review from the list. */
export function Answer({ review }: { review: Review }) {
  const { t } = useTranslation("review");
  const group = groupOf(review);
  if (group === "gone") return null;
  if (group !== "toAnswer") {
    return (
      <Link to={addressOf(review.name)} className="button compact">
        {t(group === "toWrite" ? "write" : "look")}
      </Link>
    );
  }
  return (
    <div className="row">
      <Accept review={review} />
      <Decline review={review} />
    </div>
  );
}

/** Accepts one after another. */
export function AcceptAll({ reviews }: { reviews: Review[] }) {
  const { t } = useTranslation("review");
  const accept = useAction(ReviewService.method.acceptReview, { refresh: false });
  const last = useAction(ReviewService.method.acceptReview);
  const [done, setDone] = useState<{ count: number; of: number }>();
  const run = async () => {
    for (const [at, { name }] of reviews.entries()) {
      setDone({ count: at, of: reviews.length });
      const { run: take } = at === reviews.length - 1 ? last : accept;
      if (!(await take({ name }))) break;
    }
    setDone(undefined);
  };
  const refusal = accept.refusal ?? last.refusal;
  if (done) return <Progress label={t("accepting")} done={done.count} total={done.of} />;
  return (
    <>
      {refusal && <span role="alert">{explain(refusal, t)}</span>}
      <button type="button" className="button primary" onClick={() => void run()}>
        {t("acceptAll", { count: reviews.length })}
      </button>
    </>
  );
}
