import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { rolesOf, useMe } from "@/api/me";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { hasPage } from "@/app/nouns";
import { Notice_State, type Proposal, Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { Deadline } from "@/ui/Instant";
import { stageOf, turnOf } from "./stage";

const noticePath = "/desk/calls/$call/notice"; // where the officer's page of a call's notices is

/** What comes next with a proposal, and the button for whose turn it is. */
export function NextStep({ proposal }: { proposal: Proposal }) {
  const { t } = useTranslation("proposal");
  const own = rolesOf(useMe());
  const stage = stageOf(proposal);
  const { data: notice } = useQuery(ApprovalService.method.getNotice, { name: proposal.notice }, { enabled: proposal.notice !== "" });
  const ended = notice !== undefined && notice.state !== Notice_State.PUBLISHED;
  const turn = turnOf(stage, ended);
  const mine = turn !== undefined && own.has(turn);
  const address = addressOf(proposal.name);
  const canGiveBack =
    (proposal.state === Proposal_State.DRAFT && own.has("PROGRAMME_OFFICER")) ||
    (proposal.state === Proposal_State.SIGNED && (own.has("APPROVER") || own.has("PROGRAMME_OFFICER")));
  const text = stage === "onNotice" && ended ? "next.toApprove" : `next.${stage}`;
  return (
    <section className="panel row spread" aria-label={t("next.label")}>
      <div>
        <p>{t(text)}</p>
        {notice && stage === "onNotice" && (
          <p className="quiet">
            {t("next.noticeUntil")} <Deadline at={notice.endTime} /> · <Link to={addressOf(notice.name)}>{t("next.notice")}</Link>
          </p>
        )}
      </div>
      <div className="row">
        {mine && stage === "toSign" && (
          <Link to={`${address}/sign`} className="button primary">
            {t("sign.go")}
          </Link>
        )}
        {mine && stage === "toPublish" && hasPage(noticePath) && (
          <Link to={`/desk/${proposal.call}/notice`} className="button primary">
            {t("next.publish")}
          </Link>
        )}
        {mine && stage === "onNotice" && (
          <Link to={`${address}/approve`} className="button primary">
            {t("approve.go")}
          </Link>
        )}
        {canGiveBack && (
          <Link to={`${address}/withdraw`} className="button">
            {t(proposal.state === Proposal_State.DRAFT ? "withdraw.go" : "withdraw.goBack")}
          </Link>
        )}
      </div>
    </section>
  );
}
