import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { FieldText } from "@/callDesk/FieldText";
import { desk, useCallOfPage, useServerNow } from "@/callDesk/useCall";
import { type Proposal, Proposal_State } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { type Call, DayKind } from "@/gen/redpeak/calls/v1/call_pb";
import { Answer } from "@/ui/Answer";
import { ConfirmPage } from "@/ui/ConfirmPage";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { TextField } from "@/ui/TextField";
import { endOfNotice } from "./days";
import { useSpecials } from "./useSpecials";

const titleCharactersMax = 120;

function Check({ call, proposal }: { call: Call; proposal: Proposal }) {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  const go = useGo();
  const action = useAction(ApprovalService.method.publishNotice);
  const now = useServerNow();
  const working = call.noticeDayKind === DayKind.WORKING_DAYS;
  const { specials, known } = useSpecials(now.getFullYear());
  const end = endOfNotice(now, call.noticeDays, working, specials);
  const unknown = working ? [now.getFullYear(), now.getFullYear() + 1].filter((year, at) => !known[at] && year <= end.getFullYear()) : [];
  const [title, setTitle] = useState("");
  const back = desk.of(call.name, "notice");
  const publish = async () => {
    const notice = await action.run({ proposal: proposal.name, title, etag: proposal.etag });
    if (notice) go(desk.notice(notice.name));
  };
  return (
    <ConfirmPage
      title={t("publish.title")}
      trail={[{ text: call.title, to: desk.call(call.name) }, { text: t("title"), to: back }]}
      text={t("publish.text")}
      facts={[
        { label: t("terms:field.proposed_count"), value: proposal.proposedCount },
        { label: t("publish.sum"), value: <Money fen={proposal.proposedFen} /> },
        { label: t("terms:field.sign_name"), value: proposal.signName },
        { label: t("terms:field.notice_days"), value: <FieldText call={call} field="notice_days" /> },
        { label: t("publish.end"), value: <Instant at={end} /> },
      ]}
      button={t("publish.button")}
      pending={action.pending || unknown.length > 0}
      refusal={action.refusal}
      back={back}
      onConfirm={() => void publish()}
    >
      {unknown.map((year) => (
        <p key={year} role="alert">
          {t("publish.unknownYear", { year })} <Link to={`/desk/calendar?year=${year}`}>{t("calendar.title")}</Link>
        </p>
      ))}
      <TextField label={t("publish.noticeTitle")} hint={t("publish.titleHint")} maxLength={titleCharactersMax} value={title} onValue={setTitle} />
    </ConfirmPage>
  );
}

/** Before the signed list is put up in public. */
export default function PublishNoticePage() {
  const { t } = useTranslation("noticeDesk");
  const query = useCallOfPage();
  const name = query.data?.name ?? "";
  const proposals = useQuery(ApprovalService.method.listProposals, { call: name }, { enabled: name !== "" });
  return (
    <Answer of={query}>
      {(call) => (
        <Answer of={proposals}>
          {(answer) => {
            const signed = answer.proposals.find((one) => one.state === Proposal_State.SIGNED);
            return signed ? <Check call={call} proposal={signed} /> : <EmptyState title={t("tab.unsigned")} />;
          }}
        </Answer>
      )}
    </Answer>
  );
}
