import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useParam } from "@/app/address";
import { desk } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { type Review, Review_RecommendationSchema, Review_State, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { FormalityItem_OutcomeSchema, type Submission, Submission_StateSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Answer } from "@/ui/Answer";
import type { Column } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { EnumText, StatusChip } from "@/ui/StatusChip";
import { SubmissionView } from "./SubmissionView";
import styles from "./submissionDesk.module.css";

const reviewsMax = 200;

function Formality({ submission, call }: { submission: Submission; call: Call | undefined }) {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  if (submission.formalityItems.length === 0) return null;
  const nameOf = (code: string) =>
    call?.manualItems.find((item) => item.code === code)?.displayName ?? t(`check.${code}`, { defaultValue: code });
  return (
    <section className="panel stack-small">
      <h2>{t("terms:field.formality_items")}</h2>
      <ul className={styles.files}>
        {submission.formalityItems.map((item) => (
          <li key={item.code} className="row">
            <StatusChip of={FormalityItem_OutcomeSchema} value={item.outcome} />
            <span>{nameOf(item.code)}</span>
            <span className="quiet">{item.note}</span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Scores({ review, call }: { review: Review; call: Call | undefined }) {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const nameOf = (code: string) => call?.criteria.find((one) => one.code === code)?.displayName ?? code;
  return (
    <details>
      <summary>{t("scoresOf", { name: review.expertName })}</summary>
      <dl className={styles.answers}>
        {review.scores.map((score) => (
          <div key={score.criterion}>
            <dt>
              {nameOf(score.criterion)} <span className="number">{score.points}</span>
            </dt>
            <dd className={styles.text}>{score.comment}</dd>
          </div>
        ))}
        {(["commentToApplicant", "commentToOfficers"] as const).map(
          (key) =>
            review[key] && (
              <div key={key}>
                <dt>{t(`terms:field.${key === "commentToApplicant" ? "comment_to_applicant" : "comment_to_officers"}`)}</dt>
                <dd className={styles.text}>{review[key]}</dd>
              </div>
            ),
        )}
      </dl>
    </details>
  );
}

function Reviews({ submission, call }: { submission: Submission; call: Call | undefined }) {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const { data } = useQuery(ReviewService.method.listReviews, { submission: submission.name, pageSize: reviewsMax });
  const reviews = data?.reviews ?? [];
  if (reviews.length === 0) return null;
  const columns: Column<Review>[] = [
    { key: "expert", header: t("terms:field.expert"), cell: (one) => one.expertName },
    { key: "state", header: t("terms:field.state"), cell: (one) => <StatusChip of={Review_StateSchema} value={one.state} />, card: "status" },
    { key: "total", header: t("terms:field.total"), cell: (one) => (one.state === Review_State.SUBMITTED ? one.total.toFixed(2) : ""), align: "end" },
    { key: "advice", header: t("terms:field.recommendation"), cell: (one) => one.recommendation > 0 && <EnumText of={Review_RecommendationSchema} value={one.recommendation} /> },
    { key: "time", header: t("terms:field.submit_time"), cell: (one) => <Instant at={one.submitTime} /> },
    { key: "reason", header: t("terms:field.decline_reason"), cell: (one) => one.declineReason && t(`reason.${one.declineReason}`, { defaultValue: one.declineReason }) },
  ];
  return (
    <section className="panel stack-small">
      <h2>{t("reviews")}</h2>
      <DataTable label={t("reviews")} rows={reviews} columns={columns} rowKey={(one) => one.name} rowName={(one) => one.expertName} />
      {reviews
        .filter((one) => one.state === Review_State.SUBMITTED)
        .map((one) => (
          <Scores key={one.name} review={one} call={call} />
        ))}
    </section>
  );
}

function View({ submission }: { submission: Submission }) {
  const { t } = useTranslation("submissionDesk");
  const { data: call } = useQuery(CallsService.method.getCall, { name: submission.call });
  return (
    <div className="stack">
      <PageHeader
        title={submission.title || t("untitled")}
        trail={[
          { text: call?.title ?? "…", to: desk.call(submission.call) },
          { text: t("list"), to: desk.of(submission.call, "submissions") },
        ]}
        beside={<StatusChip of={Submission_StateSchema} value={submission.state} />}
      />
      <Reviews submission={submission} call={call} />
      <Formality submission={submission} call={call} />
      <SubmissionView submission={submission} call={call} />
    </div>
  );
}

/** Everything that staff may see of a submission. */
export default function SubmissionPage() {
  const name = `submissions/${useParam("submission")}`;
  const query = useQuery(SubmissionsService.method.getSubmission, { name });
  return <Answer of={query}>{(submission) => <View submission={submission} />}</Answer>;
}
