import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { idOf } from "@/api/resource";
import { desk } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Review, Review_State, Review_StateSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline } from "@/ui/Instant";
import { StatusChip } from "@/ui/StatusChip";

const states = [Review_State.ASSIGNED, Review_State.ACCEPTED, Review_State.SUBMITTED, Review_State.DECLINED, Review_State.CANCELLED];

function useColumns(): Column<Review>[] {
  const { t } = useTranslation(["assignment", "terms"]);
  const reason = (one: Review) => one.declineReason && t(`reason.${one.declineReason}`, { defaultValue: one.declineReason });
  return [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.submissionTitle, sort: (one) => one.submissionTitle, field: "submission_title", width: "32%" },
    { key: "expert", header: t("terms:field.expert"), cell: (one) => one.expertName, sort: (one) => one.expertName, field: "expert_name", width: "120px" },
    { key: "state", header: t("terms:field.state"), cell: (one) => <StatusChip of={Review_StateSchema} value={one.state} />, sort: (one) => one.state, field: "state", card: "status", width: "110px" },
    { key: "affinity", header: t("terms:field.affinity"), cell: (one) => one.affinity.toFixed(2), sort: (one) => one.affinity, field: "affinity", align: "end", width: "96px" },
    { key: "due", header: t("terms:field.due_time"), cell: (one) => (one.state < Review_State.SUBMITTED ? <Deadline at={one.dueTime} /> : null), sort: (one) => one.dueTime?.seconds ?? 0n, field: "due_time" },
    { key: "reason", header: t("terms:field.decline_reason"), cell: reason, field: "decline_reason", card: "none" },
  ];
}

/** Every review of the call; by hand, one more or one less. */
export function ReviewList({ call, changeable }: { call: Call; changeable: boolean }) {
  const { t } = useTranslation(["assignment", "terms"]);
  const columns = useColumns();
  const add = changeable && (
    <Link to={desk.of(call.name, "assignment/add")} className="button compact">
      {t("add.open")}
    </Link>
  );
  const cancel = (one: Review) =>
    one.state < Review_State.SUBMITTED && (
      <Link to={`/desk/submissions/${idOf(one.name.split("/reviews/")[0] ?? "")}/reviews/${idOf(one.name)}/cancel`} className="button compact">
        {t("cancel.open")}
      </Link>
    );
  return (
    <section className="stack-small">
      <h2>{t("list.title")}</h2>
      <DataList
        label={t("list.title")}
        method={ReviewService.method.listReviews}
        request={({ state = "" }) => ({ call: call.name, state: Number(state) || 0 })}
        rowsOf={(answer) => answer.reviews}
        columns={columns}
        filters={[{ key: "state", label: t("terms:field.state"), options: states.map((value) => ({ value: String(value), text: t(`terms:enum.review.v1.Review.State.${Review_State[value]}`) })) }]}
        prefix="r-"
        rowKey={(one) => one.name}
        rowName={(one) => `${one.submissionTitle} ${one.expertName}`}
        rowLink={(one) => desk.submission(one.name.split("/reviews/")[0] ?? "")}
        actions={changeable ? cancel : undefined}
        toolbar={add}
        empty={<EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
        exportName={`${call.title} ${t("list.title")}`}
      />
    </section>
  );
}
