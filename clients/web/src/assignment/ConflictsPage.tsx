import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { useAction } from "@/api/useAction";
import { CallFrame } from "@/callDesk/CallFrame";
import { desk } from "@/callDesk/useCall";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Conflict, Conflict_Kind, Conflict_KindSchema } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { TextAreaField } from "@/ui/deskFields";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Instant } from "@/ui/Instant";
import { PersonName } from "@/ui/names";
import { EnumText } from "@/ui/StatusChip";
import { ExpertPicker, SubmissionPicker } from "./Pickers";
import { SubmissionTitle } from "./SubmissionTitle";

const personOf = (expert: string) => expert.replace(/^experts\//, "people/");

function SetConflict({ call }: { call: Call }) {
  const { t } = useTranslation(["assignment", "terms"]);
  const action = useAction(ReviewService.method.setConflict);
  const [submission, setSubmission] = useState("");
  const [expert, setExpert] = useState("");
  const [reason, setReason] = useState("");
  const [turn, setTurn] = useState(0);
  const set = async () => {
    if (!(await action.run({ submission, expert, reason }))) return;
    setSubmission("");
    setExpert("");
    setReason("");
    setTurn(turn + 1);
  };
  return (
    <details key={turn}>
      <summary>{t("conflicts.set")}</summary>
      <div className="panel stack-small measure">
        <p className="quiet">{t("conflicts.setText")}</p>
        <RefusalSummary refusal={action.refusal} />
        <SubmissionPicker call={call.name} value={submission} onValue={setSubmission} />
        <ExpertPicker value={expert} onValue={setExpert} />
        <TextAreaField label={t("terms:field.reason")} rows={2} value={reason} onValue={setReason} />
        <div>
          <button type="button" className="button" disabled={!submission || !expert || !reason.trim() || action.pending} onClick={() => void set()}>
            {t("conflicts.setButton")}
          </button>
        </div>
      </div>
    </details>
  );
}

function List({ call }: { call: Call }) {
  const { t } = useTranslation(["assignment", "terms"]);
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const action = useAction(ReviewService.method.removeConflict);
  const columns: Column<Conflict>[] = [
    { key: "submission", header: t("terms:field.submission"), cell: (one) => <SubmissionTitle name={one.submission} />, width: "40%" },
    { key: "expert", header: t("terms:field.expert"), cell: (one) => <PersonName name={personOf(one.expert)} /> },
    { key: "kind", header: t("terms:field.kind"), cell: (one) => <EnumText of={Conflict_KindSchema} value={one.kind} />, sort: (one) => one.kind, field: "kind" },
    { key: "reason", header: t("terms:field.reason"), cell: (one) => one.reason, field: "reason" },
    { key: "time", header: t("terms:field.create_time"), cell: (one) => <Instant at={one.createTime} />, sort: (one) => one.createTime?.seconds ?? 0n, field: "create_time" },
  ];
  const remove = (one: Conflict) =>
    one.kind === Conflict_Kind.SET_BY_OFFICER && (
      <button type="button" className="button compact" disabled={action.pending} onClick={() => void action.run({ submission: one.submission, expert: one.expert })}>
        {t("conflicts.remove")}
      </button>
    );
  return (
    <>
      {isOfficer && <SetConflict call={call} />}
      <RefusalSummary refusal={action.refusal} />
      <DataList
        label={t("conflicts.title")}
        method={ReviewService.method.listConflicts}
        request={() => ({ call: call.name })}
        rowsOf={(answer) => answer.conflicts}
        columns={columns}
        rowKey={(one) => `${one.submission} ${one.expert} ${one.kind}`}
        rowName={(one) => `${one.submission} ${one.expert}`}
        rowLink={(one) => desk.submission(one.submission)}
        actions={isOfficer ? remove : undefined}
        empty={<EmptyState title={t("conflicts.empty")} text={t("conflicts.emptyText")} />}
      />
    </>
  );
}

/** Who may have nothing to do with what, and why. */
export default function ConflictsPage() {
  const { t } = useTranslation("assignment");
  return (
    <CallFrame title={t("conflicts.title")} text={t("conflicts.text")}>
      {(call) => <List call={call} />}
    </CallFrame>
  );
}
