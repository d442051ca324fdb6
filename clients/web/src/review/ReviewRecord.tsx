import { useTranslation } from "react-i18next";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Review, Review_RecommendationSchema, Review_State } from "@/gen/redpeak/review/v1/review_pb";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { EnumText, StatusChip } from "@/ui/StatusChip";
import { draftOf } from "./scoring";
import { ScoreTable } from "./ScoreTable";

const systemReasons = ["CONFLICT_OF_INTEREST", "SUBMISSION_WITHDRAWN", "REVIEW_CLOSED"];

/** A review to read: who, when, what was scored and said. */
export function ReviewRecord({ review, call }: { review: Review; call: Call }) {
  const { t } = useTranslation("review");
  const { declineReason: why } = review;
  const sealed = review.state === Review_State.SUBMITTED;
  return (
    <section className="panel stack" aria-label={t("one.title")}>
      <Facts
        facts={[
          { label: t("record.expert"), value: review.expertName },
          { label: t("record.assigned"), value: <Instant at={review.assignTime} /> },
          { label: t("record.submitted"), value: review.submitTime && <Instant at={review.submitTime} /> },
          { label: t("record.why"), value: systemReasons.includes(why) ? t(`record.system.${why}`) : why },
          { label: t("record.total"), value: sealed && <strong className="number">{review.total.toFixed(2)}</strong> },
          {
            label: t("recommendation.label"),
            value: review.recommendation !== 0 && <StatusChip of={Review_RecommendationSchema} value={review.recommendation} />,
          },
        ].map((fact) => ({ ...fact, value: fact.value === false ? undefined : fact.value }))}
      />
      {review.scores.length > 0 && <ScoreTable criteria={call.criteria} draft={draftOf(review)} />}
      <Facts
        facts={[
          { label: t("comment.toApplicant"), value: review.commentToApplicant },
          { label: t("comment.toOfficers"), value: review.commentToOfficers },
        ]}
      />
      {!sealed && review.recommendation === 0 && review.scores.length === 0 && (
        <p className="quiet">
          <EnumText of="review.v1.Review.State" value={Review_State[review.state] ?? ""} />
          {t("record.nothing")}
        </p>
      )}
    </section>
  );
}
