import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { desk } from "@/callDesk/useCall";
import { type Notice, type Notice_Item, Notice_State, Notice_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { DayKindSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { categoryName } from "@/submissionDesk/SubmissionView";
import { Answer } from "@/ui/Answer";
import type { Column } from "@/ui/column";
import { DataTable } from "@/ui/DataTable";
import { Facts } from "@/ui/Facts";
import { Deadline, Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { EnumText, StatusChip } from "@/ui/StatusChip";
import { Objections } from "./Objections";

function View({ notice }: { notice: Notice }) {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  const { data: call } = useQuery(CallsService.method.getCall, { name: notice.call });
  const columns: Column<Notice_Item>[] = [
    { key: "title", header: t("terms:field.title"), cell: (one) => one.title, width: "34%" },
    { key: "number", header: t("terms:field.number"), cell: (one) => <span className="code">{one.number}</span> },
    { key: "category", header: t("terms:field.category"), cell: (one) => categoryName(call, one.category) },
    { key: "leader", header: t("terms:field.leader_name"), cell: (one) => one.leaderName },
    { key: "unit", header: t("terms:field.unit"), cell: (one) => one.unitName },
    { key: "amount", header: t("terms:field.amount_fen"), cell: (one) => <Money fen={one.amountFen} bare />, align: "end" },
    { key: "project", header: t("terms:field.project_number"), cell: (one) => <span className="code">{one.projectNumber}</span> },
  ];
  return (
    <div className="stack">
      <PageHeader
        title={notice.title}
        trail={[{ text: call?.title ?? "…", to: desk.call(notice.call) }, { text: t("title"), to: desk.of(notice.call, "notice") }]}
        beside={<StatusChip of={Notice_StateSchema} value={notice.state} />}
        actions={
          <Link to={`/${notice.name}`} className="button compact">
            {t("publicPage")}
          </Link>
        }
      />
      <section className="panel">
        <Facts
          facts={[
            { label: t("terms:field.publish_time"), value: <Instant at={notice.publishTime} /> },
            { label: t("publish.end"), value: notice.state === Notice_State.PUBLISHED ? <Deadline at={notice.endTime} /> : <Instant at={notice.endTime} /> },
            { label: t("terms:field.notice_days"), value: <>{notice.days} <EnumText of={DayKindSchema} value={notice.dayKind} /></> },
            { label: t("terms:field.item_count"), value: notice.itemCount },
          ]}
        />
      </section>
      <section className="stack-small">
        <h2>{t("terms:field.objections")}</h2>
        <Objections notice={notice} />
      </section>
      <section className="stack-small">
        <h2>{t("list")}</h2>
        <DataTable label={t("list")} rows={notice.items} columns={columns} rowKey={(one) => one.number} rowName={(one) => one.title} />
      </section>
    </div>
  );
}

/** A notice, its list, and the objections to it. */
export default function NoticePage() {
  const query = useQuery(ApprovalService.method.getNotice, { name: `notices/${useParam("notice")}` });
  return <Answer of={query}>{(notice) => <View notice={notice} />}</Answer>;
}
