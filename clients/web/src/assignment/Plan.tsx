import { useQuery } from "@connectrpc/connect-query";
import { keepPreviousData } from "@tanstack/react-query";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { Link } from "@/app/Link";
import { desk } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { AssignmentPlan, AssignmentPlan_Lack } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import type { Column } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { NumberField } from "@/ui/deskFields";
import { EmptyState } from "@/ui/EmptyState";
import { Figures } from "@/ui/Figures";
import { Chip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import styles from "./assignment.module.css";
import { added, countBy } from "./loads";
import { Pictures } from "./Pictures";
import { isLive, useReviews } from "./useReviews";

export interface Wishes {
  each: number;
  load: number;
}

/** What an assignment by these wishes would be. */
export function usePlan(call: Call, { each, load }: Wishes) {
  const request = { call: call.name, reviewsEach: each, loadMax: load };
  return useQuery(ReviewService.method.planAssignment, request, { placeholderData: keepPreviousData, staleTime: 0 });
}

export function planFigures(plan: AssignmentPlan, t: (key: string) => string) {
  const mean = plan.pairsCount > 0 ? (plan.affinityTotal / plan.pairsCount).toFixed(2) : "–";
  return [
    { label: t("plan.pairs"), value: plan.pairsCount },
    { label: t("plan.experts"), value: plan.expertsUsed },
    { label: t("plan.loadMax"), value: plan.loadMax },
    { label: t("plan.mean"), value: mean },
    { label: t("plan.lowest"), value: plan.pairsCount > 0 ? plan.affinityLowest.toFixed(2) : "–" },
    { label: t("plan.conflicts"), value: plan.conflicts },
  ];
}

function Lacking({ lacking }: { lacking: AssignmentPlan_Lack[] }) {
  const { t } = useTranslation(["assignment", "terms"]);
  const columns: Column<AssignmentPlan_Lack>[] = [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.submissionTitle },
    { key: "experts", header: t("plan.lackCount"), cell: (one) => one.experts, align: "end", width: "140px" },
  ];
  return (
    <section className="stack-small">
      <h2>{t("plan.lacking")}</h2>
      <p className="quiet">{t("plan.lackingText")}</p>
      <DataTable label={t("plan.lacking")} rows={lacking} columns={columns} rowKey={(one) => one.submission} rowName={(one) => one.submissionTitle} rowLink={(one) => desk.submission(one.submission)} />
    </section>
  );
}

function Outcome({ call, plan, stale, wishes }: { call: Call; plan: AssignmentPlan; stale: boolean; wishes: Wishes }) {
  const { t } = useTranslation("assignment");
  const { reviews } = useReviews(call.name);
  const present = reviews.filter(isLive);
  const loads = added(countBy(present, (one) => one.expert), countBy(plan.pairs, (one) => one.expert));
  const affinities = [...present, ...plan.pairs].map((one) => one.affinity);
  const nothing = plan.feasible && plan.pairsCount === 0;
  return (
    <div className="stack" aria-busy={stale} style={{ opacity: stale ? 0.6 : 1 }}>
      <div className="row spread" role="status">
        <Chip tone={plan.feasible ? "good" : "bad"}>{t(nothing ? "plan.nothing" : plan.feasible ? "plan.feasible" : "plan.infeasible")}</Chip>
        {plan.feasible && !nothing && (
          <Link to={`${desk.of(call.name, "assignment/confirm")}?each=${wishes.each}&load=${wishes.load}`} className="button primary">
            {t("plan.assign", { count: plan.pairsCount })}
          </Link>
        )}
      </div>
      <Figures figures={planFigures(plan, t)} />
      {plan.lacking.length > 0 && <Lacking lacking={plan.lacking} />}
      {loads.size > 0 && <Pictures loads={loads.values()} affinities={affinities} />}
    </div>
  );
}

/** What if: turn the two knobs, and see what the assignment would be. Nothing changes yet. */
export function Plan({ call, wishes, onWishes }: { call: Call; wishes: Wishes; onWishes: (wishes: Wishes) => void }) {
  const { t } = useTranslation(["assignment", "ui", "errors"]);
  const query = usePlan(call, wishes);
  return (
    <section className="stack">
      <h2>{t("plan.title")}</h2>
      <div className={styles.knobs}>
        <NumberField label={t("plan.each")} hint={t("plan.eachHint", { count: call.reviewsPerSubmission })} min={0} max={15} value={wishes.each} onValue={(each) => onWishes({ ...wishes, each })} />
        <NumberField label={t("plan.load")} hint={t("plan.loadHint")} min={0} max={200} value={wishes.load} onValue={(load) => onWishes({ ...wishes, load })} />
      </div>
      {query.error && !query.isFetching ? (
        <EmptyState title={explain(toRefusal(query.error), t)} />
      ) : query.data ? (
        <Outcome call={call} plan={query.data} stale={query.isFetching} wishes={wishes} />
      ) : (
        <Waiting lines={6} />
      )}
    </section>
  );
}
