import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Notice, Notice_StateSchema, type Proposal, Proposal_State, Proposal_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { Answer } from "@/ui/Answer";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline, Instant } from "@/ui/Instant";
import { StatusChip } from "@/ui/StatusChip";
import { Objections } from "./Objections";

function Waiting({ call, proposals }: { call: Call; proposals: Proposal[] }) {
  const { t } = useTranslation("noticeDesk");
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const live = proposals.find((one) => one.state !== Proposal_State.WITHDRAWN);
  if (!live) {
    const ranking = (
      <Link to={desk.of(call.name, "ranking")} className="button">
        {t("tab.ranking")}
      </Link>
    );
    return <EmptyState title={t("tab.noProposal")} text={t("tab.noProposalText")} action={ranking} />;
  }
  if (live.notice) return null;
  const signed = live.state === Proposal_State.SIGNED;
  return (
    <section className="panel stack-small">
      <div className="row">
        <h2>{t(signed ? "tab.ready" : "tab.unsigned")}</h2>
        <StatusChip of={Proposal_StateSchema} value={live.state} />
      </div>
      <div className="row">
        {signed && isOfficer && (
          <Link to={desk.of(call.name, "notice/publish")} className="button primary">
            {t("publish.open")}
          </Link>
        )}
        <Link to={`/${live.name}`} className="button">
          {t("tab.proposal")}
        </Link>
      </div>
    </section>
  );
}

function One({ notice }: { notice: Notice }) {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  return (
    <section className="panel stack-small">
      <div className="row spread">
        <h2>
          <Link to={desk.notice(notice.name)}>{notice.title}</Link>
        </h2>
        <StatusChip of={Notice_StateSchema} value={notice.state} />
      </div>
      <p>
        <Instant at={notice.publishTime} /> – <Deadline at={notice.endTime} />
        <span className="quiet"> {t("count", { count: notice.itemCount })}</span>
      </p>
      <h3>{t("terms:field.objections")}</h3>
      <Objections notice={notice} />
    </section>
  );
}

function Notices({ call }: { call: Call }) {
  const proposals = useQuery(ApprovalService.method.listProposals, { call: call.name });
  const notices = useQuery(ApprovalService.method.listNotices, { call: call.name });
  return (
    <Answer of={proposals}>
      {(answer) => (
        <>
          <Waiting call={call} proposals={answer.proposals} />
          {notices.data?.notices.map((notice) => <One key={notice.name} notice={notice} />)}
        </>
      )}
    </Answer>
  );
}

/** The call's public notice, and who doubts it. */
export default function NoticeTabPage() {
  const { t } = useTranslation("noticeDesk");
  return <CallFrame title={t("title")}>{(call) => <Notices call={call} />}</CallFrame>;
}
