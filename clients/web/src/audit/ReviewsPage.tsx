import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { type Review, Review_RecommendationSchema, Review_State, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { CallTitle } from "@/ui/names";
import { PageHeader } from "@/ui/PageHeader";
import { EnumText, StatusChip } from "@/ui/StatusChip";
import { enumOptions, useCallFilter } from "./useCallFilter";

function useColumns(): Column<Review>[] {
  const { t } = useTranslation("audit");
  const sealed = (review: Review) => review.state === Review_State.SUBMITTED;
  return [
    { key: "title", header: t("column.title"), cell: (review) => review.submissionTitle, sort: (review) => review.submissionTitle, field: "submission_title" },
    { key: "state", header: t("column.state"), cell: (review) => <StatusChip of={Review_StateSchema} value={review.state} />, sort: (review) => review.state, field: "state", card: "status", width: "112px" },
    { key: "expert", header: t("column.expert"), cell: (review) => review.expertName, sort: (review) => review.expertName, field: "expert_name", width: "104px" },
    { key: "total", header: t("column.total"), cell: (review) => (sealed(review) ? review.total.toFixed(2) : "—"), sort: (review) => review.total, field: "total", align: "end", width: "88px" },
    { key: "advice", header: t("column.advice"), cell: (review) => (sealed(review) ? <EnumText of={Review_RecommendationSchema} value={review.recommendation} /> : "—"), sort: (review) => review.recommendation, field: "recommendation", width: "104px" },
    { key: "call", header: t("column.call"), cell: (review) => <CallTitle name={review.call} />, width: "18%", card: "none" },
    { key: "assigned", header: t("column.assigned"), cell: (review) => <Instant at={review.assignTime} form="day" />, sort: (review) => review.assignTime?.seconds ?? 0n, field: "assign_time", width: "144px" },
    { key: "submitted", header: t("column.submitted"), cell: (review) => <Instant at={review.submitTime} form="day" />, sort: (review) => review.submitTime?.seconds ?? 0n, field: "submit_time", width: "144px" },
    { key: "reason", header: t("column.reason"), cell: (review) => review.declineReason, field: "decline_reason", hidden: true },
  ];
}

/** Every review of every call. */
export default function ReviewsPage() {
  const { t } = useTranslation(["audit", "terms"]);
  const options = enumOptions(Review_StateSchema.values, (name) => t(`terms:enum.review.v1.Review.State.${name}`));
  return (
    <div className="stack">
      <PageHeader title={t("reviews.title")} />
      <DataList
        label={t("reviews.title")}
        method={ReviewService.method.listReviews}
        request={({ call, state }) => ({ call: call ?? "", state: Number(state ?? 0) as Review_State })}
        rowsOf={(answer) => answer.reviews}
        filters={[useCallFilter(), { key: "state", label: t("column.state"), options }]}
        columns={useColumns()}
        rowKey={(review) => review.name}
        rowName={(review) => review.submissionTitle}
        rowLink={(review) => addressOf(review.name)}
        empty={<EmptyState title={t("reviews.empty")} />}
        exportName={t("reviews.title")}
      />
    </div>
  );
}
