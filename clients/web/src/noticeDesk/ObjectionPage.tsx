import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { useHasRole } from "@/api/me";
import { parentOf } from "@/api/resource";
import { useAction } from "@/api/useAction";
import { useParam } from "@/app/address";
import { desk } from "@/callDesk/useCall";
import { type Objection, Objection_State, Objection_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { Answer } from "@/ui/Answer";
import { RadioField, TextAreaField } from "@/ui/deskFields";
import { ErrorSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import { Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";

const answerCharactersMax = 5000;

function AnswerForm({ objection }: { objection: Objection }) {
  const { t } = useTranslation(["noticeDesk", "terms", "ui", "errors"]);
  const action = useAction(ApprovalService.method.answerObjection);
  const [way, setWay] = useState("");
  const [answer, setAnswer] = useState("");
  const [checking, setChecking] = useState(false);
  const { name, etag } = objection;
  const send = () => void action.run({ name, upheld: way === "uphold", answer, etag });
  return (
    <section className="panel stack measure" aria-label={t("answer.open")}>
      <h2>{t("answer.title")}</h2>
      {action.refusal && <ErrorSummary title={explain(action.refusal, t)} />}
      {checking ? (
        <>
          <Facts
            facts={[
              { label: t("answer.way"), value: t(`answer.${way}`) },
              { label: t("terms:field.answer"), value: answer },
            ]}
          />
          <p>{t(way === "uphold" ? "answer.upholdText" : "answer.dismissText")}</p>
          <p>{t("ui:confirm.irreversible")}</p>
          <div className="row">
            <button type="button" className="button primary" disabled={action.pending} onClick={send}>
              {action.pending ? t("ui:sending") : t("answer.send")}
            </button>
            <button type="button" className="button" onClick={() => setChecking(false)}>
              {t("ui:confirm.back")}
            </button>
          </div>
        </>
      ) : (
        <>
          <RadioField
            label={t("answer.way")}
            choices={[
              { value: "uphold", text: t("answer.uphold"), hint: t("answer.upholdText") },
              { value: "dismiss", text: t("answer.dismiss"), hint: t("answer.dismissText") },
            ]}
            value={way}
            onValue={setWay}
          />
          <TextAreaField label={t("terms:field.answer")} hint={t("answer.hint")} rows={6} maxLength={answerCharactersMax} value={answer} onValue={setAnswer} />
          <div>
            <button type="button" className="button primary" disabled={!way || !answer.trim()} onClick={() => setChecking(true)}>
              {t("answer.check")}
            </button>
          </div>
        </>
      )}
    </section>
  );
}

function View({ objection }: { objection: Objection }) {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const notice = parentOf(objection.name);
  return (
    <div className="stack">
      <PageHeader
        title={t("objectionTo", { number: objection.submissionNumber })}
        trail={[{ text: t("title"), to: desk.of(objection.call, "notice") }, { text: t("notice"), to: desk.notice(notice) }]}
        beside={<StatusChip of={Objection_StateSchema} value={objection.state} tone={objection.state === Objection_State.FILED ? "warning" : undefined} />}
      />
      <section className="panel">
        <Facts
          facts={[
            { label: t("terms:field.real_name"), value: objection.realName },
            { label: t("terms:field.contact"), value: objection.contact },
            { label: t("terms:field.unit_name"), value: objection.unitName },
            { label: t("terms:field.file_time"), value: <Instant at={objection.fileTime} /> },
            { label: t("terms:field.text"), value: objection.text },
            { label: t("terms:field.answer"), value: objection.answer },
            { label: t("terms:field.answer_time"), value: objection.answerTime && <Instant at={objection.answerTime} /> },
          ]}
        />
      </section>
      {objection.state === Objection_State.FILED && isOfficer && <AnswerForm objection={objection} />}
    </div>
  );
}

/** One objection, and its answer. */
export default function ObjectionPage() {
  const name = `notices/${useParam("notice")}/objections/${useParam("objection")}`;
  const query = useQuery(ApprovalService.method.getObjection, { name });
  return <Answer of={query}>{(objection) => <View objection={objection} />}</Answer>;
}
