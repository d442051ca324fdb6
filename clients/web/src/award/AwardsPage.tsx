import { useId, useState } from "react";
import { useTranslation } from "react-i18next";
import { useAddressState } from "@/app/address";
import { usePlain } from "@/api/usePlain";
import { EmptyState } from "@/ui/EmptyState";
import { More } from "@/ui/More";
import { PageHeader } from "@/ui/PageHeader";
import { PlainWaiting } from "@/ui/PlainWaiting";
import { TextField } from "@/ui/TextField";
import styles from "./award.module.css";
import { AwardTable } from "./AwardTable";
import { type AwardList, type CallList, decided, type DecidedCall, findAwards, methods } from "./wire";

const shownMax = 1000;
const callsMax = 200;

function CallChoice({ calls, value, onValue }: { calls: DecidedCall[]; value: string; onValue: (call: string) => void }) {
  const { t } = useTranslation("award");
  const id = useId();
  return (
    <div className="field">
      <label htmlFor={id}>{t("call")}</label>
      <select id={id} className="input" value={value} onChange={(event) => onValue(event.target.value)}>
        {calls.map(({ name, title }) => (
          <option key={name} value={name}>
            {title}
          </option>
        ))}
      </select>
    </div>
  );
}

function Awards({ call }: { call: DecidedCall }) {
  const { t } = useTranslation("award");
  const [typed, setTyped] = useState("");
  const read = usePlain<AwardList>(methods.awards, { call: call.name, pageSize: shownMax });
  const awards = findAwards(read.answer?.awards ?? [], typed);
  const categories = new Map(call.categories?.map(({ code, displayName }) => [code, displayName]));
  return (
    <>
      <div className={styles.find}>
        <TextField label={t("find")} type="search" value={typed} onValue={setTyped} />
      </div>
      <PlainWaiting read={read} />
      {read.answer && (
        <p className="row spread">
          <span role="status" className="quiet small">
            {t("count", { count: awards.length })}
          </span>
          <a href={`/public/awards.csv?call=${call.name}`} download>
            {t("download")}
          </a>
        </p>
      )}
      {awards.length > 0 && (
        <More rows={awards}>
          {(shown) => <AwardTable awards={shown} categoryOf={(code) => categories.get(code) ?? code} />}
        </More>
      )}
    </>
  );
}

/** What was approved, call by call, for everybody to read. */
export default function AwardsPage() {
  const { t } = useTranslation("award");
  const [state, setState] = useAddressState({ call: "" });
  const read = usePlain<CallList>(methods.calls, { pageSize: callsMax });
  const calls = decided(read.answer?.calls ?? []);
  const call = calls.find(({ name }) => name === state.call) ?? calls[0];
  return (
    <div className="stack">
      <PageHeader title={t("title")} text={t("text")} />
      <PlainWaiting read={read} />
      {read.answer && !call && <EmptyState title={t("empty")} text={t("emptyText")} />}
      {call && (
        <>
          <CallChoice calls={calls} value={call.name} onValue={(chosen) => setState({ call: chosen })} />
          <Awards key={call.name} call={call} />
        </>
      )}
    </div>
  );
}
