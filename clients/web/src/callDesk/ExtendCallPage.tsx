import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { Answer } from "@/ui/Answer";
import { InstantField, TextAreaField } from "@/ui/deskFields";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { desk, useCallOfPage } from "./useCall";

const reasonCharactersMax = 500;

function Extend({ call }: { call: Call }) {
  const { t } = useTranslation(["callDesk", "terms", "ui", "errors"]);
  const go = useGo();
  const action = useAction(CallsService.method.extendCall);
  const [closesAt, setClosesAt] = useState<Timestamp | undefined>(call.closesAt);
  const [reason, setReason] = useState("");
  const [checking, setChecking] = useState(false);
  const { refusal } = action;
  const problems = refusal ? fieldProblems(refusal, "", t) : {};
  const changed = closesAt !== undefined && call.closesAt !== undefined && closesAt.seconds > call.closesAt.seconds;
  const extend = async () => {
    if (await action.run({ name: call.name, closesAt, reason, etag: call.etag })) go(desk.call(call.name));
    else setChecking(false);
  };
  const button = (label: string, act: () => void, disabled = false) => (
    <button type="button" className="button primary" disabled={disabled || action.pending} onClick={act}>
      {action.pending ? t("ui:sending") : label}
    </button>
  );
  return (
    <div className="stack measure">
      <PageHeader title={t("extend.title")} trail={[{ text: t("list.title"), to: "/desk" }, { text: call.title, to: desk.call(call.name) }]} text={t("extend.text")} />
      <RefusalSummary refusal={refusal} targetOf={(field) => (field === "reason" ? "reason" : "closes")} />
      {checking ? (
        <section className="panel stack" aria-label={t("ui:confirm.check")}>
          <Facts
            facts={[
              { label: t("extend.from"), value: <Instant at={call.closesAt} /> },
              { label: t("extend.to"), value: <Instant at={closesAt} /> },
              { label: t("terms:field.reason"), value: reason },
            ]}
          />
          <p>{t("extend.public")}</p>
          <div className="row">
            {button(t("extend.button"), () => void extend())}
            <button type="button" className="button" onClick={() => setChecking(false)}>
              {t("ui:confirm.back")}
            </button>
          </div>
        </section>
      ) : (
        <>
          <Facts facts={[{ label: t("extend.from"), value: <Instant at={call.closesAt} /> }]} />
          <InstantField id="closes" label={t("extend.to")} hint={t("extend.toHint")} at={closesAt} problem={problems.closes_at} onAt={setClosesAt} />
          <TextAreaField id="reason" label={t("terms:field.reason")} hint={t("extend.reasonHint")} rows={3} maxLength={reasonCharactersMax} value={reason} problem={problems.reason} onValue={setReason} />
          <div>{button(t("extend.check"), () => setChecking(true), !changed || !reason.trim())}</div>
        </>
      )}
    </div>
  );
}

/** A later closing time, with its reason. */
export default function ExtendCallPage() {
  const query = useCallOfPage();
  return <Answer of={query}>{(call) => <Extend call={call} />}</Answer>;
}
