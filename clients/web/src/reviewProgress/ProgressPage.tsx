import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk, useServerNow } from "@/callDesk/useCall";
import { ReviewList } from "@/assignment/ReviewList";
import { useReviews } from "@/assignment/useReviews";
import { useAddressState } from "@/app/address";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import type { Progress as Counts } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Answer } from "@/ui/Answer";
import { Chart } from "@/ui/Chart";
import { type Column, sortRows } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { Figures } from "@/ui/Figures";
import { Deadline } from "@/ui/Instant";
import { Progress } from "@/ui/Progress";
import { Chip } from "@/ui/StatusChip";
import { useLanguage } from "@/i18n/useLanguage";
import { type ExpertWork, submittedByDay, workOf } from "./late";

function Arrivals({ days, wanted }: { days: [string, number][]; wanted: number }) {
  const { t } = useTranslation("reviewProgress");
  if (days.length === 0) return null;
  const option = {
    tooltip: { trigger: "axis" },
    xAxis: { type: "category", data: days.map(([day]) => day) },
    yAxis: { type: "value", max: Math.max(wanted, days.at(-1)?.[1] ?? 0), minInterval: 1 },
    grid: { left: 8, right: 24, bottom: 8, top: 24, containLabel: true },
    series: [
      {
        type: "line",
        step: "end",
        name: t("submitted"),
        areaStyle: { opacity: 0.15 },
        data: days.map(([, count]) => count),
        markLine: { symbol: "none", silent: true, label: { formatter: t("wantedLine", { count: wanted }), position: "insideEndTop" }, data: [{ yAxis: wanted }] },
      },
    ],
  };
  return <Chart title={t("arrivals")} unit={t("unit")} height={240} option={option} table={{ headers: [t("day"), t("submitted")], rows: days }} />;
}

function Experts({ work }: { work: ExpertWork[] }) {
  const { t } = useTranslation(["reviewProgress", "terms"]);
  const language = useLanguage();
  const [address, setAddress] = useAddressState({ experts: "" });
  const columns: Column<ExpertWork>[] = [
    { key: "name", header: t("terms:field.expert"), cell: (one) => one.name, sort: (one) => one.name },
    { key: "late", header: t("late"), cell: (one) => (one.late > 0 ? <Chip tone="bad">{t("lateBy", { count: one.late, days: one.lateDays })}</Chip> : null), sort: (one) => one.late, card: "status" },
    { key: "unanswered", header: t("unanswered"), cell: (one) => one.unanswered, sort: (one) => one.unanswered, align: "end" },
    { key: "accepted", header: t("writing"), cell: (one) => one.accepted, sort: (one) => one.accepted, align: "end" },
    { key: "submitted", header: t("submitted"), cell: (one) => one.submitted, sort: (one) => one.submitted, align: "end" },
  ];
  const rows = sortRows(work, columns, address.experts, language);
  return (
    <section className="stack-small">
      <h2>{t("byExpert")}</h2>
      <DataTable
        label={t("byExpert")}
        rows={rows}
        columns={columns}
        rowKey={(one) => one.expert}
        rowName={(one) => one.name}
        rowLink={(one) => `/desk/${one.expert}`}
        sort={address.experts}
        onSort={(experts) => setAddress({ experts })}
      />
    </section>
  );
}

function Overview({ call, counts }: { call: Call; counts: Counts }) {
  const { t } = useTranslation("reviewProgress");
  const now = useServerNow();
  const { reviews, whole } = useReviews(call.name);
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const work = workOf(reviews, now);
  return (
    <>
      <div className="row spread">
        <span>{counts.closed ? <Chip tone="good">{t("closed")}</Chip> : <Deadline at={call.reviewDue} />}</span>
        {!counts.closed && isOfficer && counts.wanted > 0 && (
          <Link to={desk.of(call.name, "progress/close")} className={`button ${counts.submitted >= counts.wanted ? "primary" : ""}`}>
            {t("close.open")}
          </Link>
        )}
      </div>
      <Progress label={t("submitted")} done={counts.submitted} total={counts.wanted} />
      <Progress label={t("complete")} done={counts.submissionsComplete} total={counts.submissions} />
      <Figures
        figures={[
          { label: t("unanswered"), value: counts.assigned },
          { label: t("writing"), value: counts.accepted },
          { label: t("declined"), value: counts.declined },
          { label: t("short"), value: counts.submissionsShort },
          { label: t("experts"), value: counts.experts },
          { label: t("lateExperts"), value: whole ? work.filter((one) => one.late > 0).length : "…" },
        ]}
      />
      <Arrivals days={submittedByDay(reviews)} wanted={counts.wanted} />
      <Experts work={work} />
      <ReviewList call={call} changeable={false} />
    </>
  );
}

function Reviews({ call }: { call: Call }) {
  const { t } = useTranslation("reviewProgress");
  const started = call.state >= Call_State.IN_REVIEW;
  const query = useQuery(ReviewService.method.getProgress, { call: call.name }, { enabled: started });
  if (!started) return <EmptyState title={t("early.title")} text={t("early.text")} />;
  return <Answer of={query}>{(counts) => <Overview call={call} counts={counts} />}</Answer>;
}

/** How far the reviews are, and who is late. */
export default function ProgressPage() {
  const { t } = useTranslation("reviewProgress");
  return <CallFrame title={t("title")}>{(call) => <Reviews call={call} />}</CallFrame>;
}
