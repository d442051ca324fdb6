import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { type RankedSubmission, Review_Recommendation, Review_RecommendationSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { categoryName } from "@/submissionDesk/SubmissionView";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Figures } from "@/ui/Figures";
import { Money } from "@/ui/Money";
import { Chip, EnumText } from "@/ui/StatusChip";
import { useRows } from "@/ui/useRows";
import { formatWan } from "@/ui/wan";
import { useLanguage } from "@/i18n/useLanguage";
import { drawLine, type Line } from "./line";
import { RankingChart } from "./RankingChart";

const pageRows = 1000;

function Advice({ given }: { given: Review_Recommendation[] }) {
  const kinds = [Review_Recommendation.FUND_FIRST, Review_Recommendation.FUND, Review_Recommendation.DO_NOT_FUND];
  return kinds
    .map((kind) => ({ kind, count: given.filter((one) => one === kind).length }))
    .filter(({ count }) => count > 0)
    .map(({ kind, count }) => (
      <div key={kind} className="small">
        <EnumText of={Review_RecommendationSchema} value={kind} /> ×{count}
      </div>
    ));
}

function useColumns(call: Call, line: Line): Column<RankedSubmission>[] {
  const { t } = useTranslation(["ranking", "terms"]);
  const inside = new Set(line.ranked.slice(0, line.above).map((one) => one.submission));
  const rank = (one: RankedSubmission) => (
    <>
      {one.rank} {one.tied && <Chip tone="warning">{t("terms:field.tied")}</Chip>}
    </>
  );
  return [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.title, sort: (one) => one.title, field: "title", width: "26%" },
    { key: "rank", header: t("terms:field.rank"), cell: rank, sort: (one) => one.rank, field: "rank", width: "110px" },
    { key: "line", header: t("place"), cell: (one) => <Chip tone={inside.has(one.submission) ? "good" : "neutral"}>{t(inside.has(one.submission) ? "above" : "below")}</Chip>, card: "status", width: "92px" },
    { key: "mean", header: t("terms:field.mean"), cell: (one) => one.mean.toFixed(2), sort: (one) => one.mean, field: "mean", align: "end", width: "90px" },
    { key: "spread", header: t("terms:field.spread"), cell: (one) => one.spread.toFixed(2), sort: (one) => one.spread, field: "spread", align: "end", width: "90px" },
    { key: "span", header: t("span"), cell: (one) => `${one.lowest.toFixed(1)}–${one.highest.toFixed(1)}`, align: "end", card: "none" },
    { key: "reviews", header: t("terms:field.reviews"), cell: (one) => one.reviews, sort: (one) => one.reviews, field: "reviews", align: "end", width: "84px", card: "none" },
    { key: "category", header: t("terms:field.category"), cell: (one) => categoryName(call, one.category), sort: (one) => one.category, field: "category" },
    { key: "amount", header: t("terms:field.amount_fen"), cell: (one) => <Money fen={one.amountFen} bare />, sort: (one) => one.amountFen, field: "amount_fen", align: "end", width: "110px" },
    { key: "advice", header: t("terms:field.recommendation"), cell: (one) => <Advice given={one.recommendations} />, card: "none" },
    { key: "number", header: t("terms:field.number"), cell: (one) => <span className="code">{one.number}</span>, sort: (one) => one.number, field: "number", hidden: true, card: "none" },
    { key: "leader", header: t("terms:field.leader_name"), cell: (one) => one.leaderName, sort: (one) => one.leaderName, field: "leader_name", hidden: true, card: "none" },
    { key: "unit", header: t("terms:field.unit"), cell: (one) => one.unitName, sort: (one) => one.unitName, field: "unit_name", hidden: true, card: "none" },
  ];
}

function Propose({ call, closed }: { call: Call; closed: boolean }) {
  const { t } = useTranslation("ranking");
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const { data } = useQuery(ApprovalService.method.listProposals, { call: call.name });
  const live = data?.proposals.find((one) => one.state !== Proposal_State.WITHDRAWN);
  if (live) {
    return (
      <Link to={`/${live.name}`} className="button primary">
        {t("seeProposal")}
      </Link>
    );
  }
  if (!isOfficer || !closed || call.state !== Call_State.IN_REVIEW) return null;
  return (
    <Link to={desk.of(call.name, "ranking/propose")} className="button primary">
      {t("propose.open")}
    </Link>
  );
}

function Ranking({ call }: { call: Call }) {
  const { t } = useTranslation(["ranking", "terms"]);
  const language = useLanguage();
  const source = { method: ReviewService.method.listRanking, request: { call: call.name }, rowsOf: (answer: { submissions: RankedSubmission[] }) => answer.submissions };
  const all = useRows(source, pageRows, true);
  const progress = useQuery(ReviewService.method.getProgress, { call: call.name });
  const line = drawLine(call, all.rows);
  const columns = useColumns(call, line);
  const closed = progress.data?.closed ?? false;
  return (
    <>
      <div className="row spread">
        <Chip tone={closed ? "good" : "warning"}>{t(closed ? "final" : "provisional")}</Chip>
        <Propose call={call} closed={closed} />
      </div>
      {all.rows.length > 0 && (
        <>
          <Figures
            figures={[
              { label: t("figure.ranked"), value: all.rows.length },
              { label: t("figure.above"), value: line.above },
              { label: t("figure.granted"), value: formatWan(line.grantedFen, language) },
              { label: t("figure.lowest"), value: line.ranked[line.above - 1]?.mean.toFixed(2) ?? "–" },
              { label: t("figure.tied"), value: line.tied.length },
            ]}
          />
          {line.tied.length > 0 && <p>{t("tieRule", { count: line.tied.length })}</p>}
          <RankingChart line={line} />
        </>
      )}
      <DataList
        label={t("title")}
        method={ReviewService.method.listRanking}
        request={({ category = "" }) => ({ call: call.name, category })}
        rowsOf={(answer) => answer.submissions}
        columns={columns}
        filters={[{ key: "category", label: t("terms:field.category"), options: call.categories.map((one) => ({ value: one.code, text: one.displayName })) }]}
        rowKey={(one) => one.submission}
        rowName={(one) => one.title}
        rowLink={(one) => desk.submission(one.submission)}
        empty={<EmptyState title={t("empty")} text={t("emptyText")} />}
        exportName={`${call.title} ${t("title")}`}
      />
    </>
  );
}

/** The ranking with the line that the call's number or budget draws. */
export default function RankingPage() {
  const { t } = useTranslation("ranking");
  return (
    <CallFrame title={t("title")}>
      {(call) => (call.state >= Call_State.IN_REVIEW ? <Ranking call={call} /> : <EmptyState title={t("empty")} text={t("emptyText")} />)}
    </CallFrame>
  );
}
