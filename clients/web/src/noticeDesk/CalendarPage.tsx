import { create } from "@bufbuild/protobuf";
import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { fieldProblems } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { useAddressState } from "@/app/address";
import styles from "@/callDesk/callDesk.module.css";
import { Rows } from "@/callDesk/Rows";
import { type ListSpecialDaysResponse, ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { type SpecialDay, SpecialDay_Kind, SpecialDaySchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { Answer } from "@/ui/Answer";
import { NumberField, SelectField } from "@/ui/deskFields";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { Chip } from "@/ui/StatusChip";
import { TextField } from "@/ui/TextField";

const kinds = [SpecialDay_Kind.HOLIDAY, SpecialDay_Kind.MAKE_UP_DAY];

function Table({ year, answer }: { year: number; answer: ListSpecialDaysResponse }) {
  const { t } = useTranslation(["noticeDesk", "terms", "ui", "errors"]);
  const action = useAction(ApprovalService.method.setSpecialDays);
  const [days, setDays] = useState<SpecialDay[]>(answer.days);
  const [savedFor, setSavedFor] = useState(false);
  const problems = action.refusal ? fieldProblems(action.refusal, "", t) : {};
  const change = (next: SpecialDay[]) => {
    setDays(next);
    setSavedFor(false);
  };
  const save = async () => {
    const sorted = days.toSorted((one, other) => (one.date < other.date ? -1 : 1));
    const saved = await action.run({ year, days: sorted });
    if (saved) setDays(saved.days);
    setSavedFor(saved !== undefined);
  };
  return (
    <>
      <div>
        <Chip tone={answer.known ? "good" : "warning"}>{t(answer.known ? "calendar.known" : "calendar.unknown", { year })}</Chip>
      </div>
      <RefusalSummary refusal={action.refusal} />
      <Rows
        label={t("calendar.title")}
        items={days}
        onItems={change}
        make={() => create(SpecialDaySchema, { date: `${year}-01-01`, kind: SpecialDay_Kind.HOLIDAY, displayName: days.at(-1)?.displayName ?? "" })}
        add={t("calendar.add")}
        nameOf={(day) => `${day.date} ${day.displayName}`}
        empty={t("calendar.empty")}
        row={(day, set, at) => (
          <div className={styles.pair}>
            <TextField label={t("terms:field.date")} type="date" min={`${year}-01-01`} max={`${year}-12-31`} value={day.date} problem={problems[`days[${at}].date`]} onValue={(date) => set({ date })} />
            <SelectField
              label={t("terms:field.kind")}
              choices={kinds.map((kind) => ({ value: String(kind), text: t(`terms:enum.approval.v1.SpecialDay.Kind.${SpecialDay_Kind[kind]}`) }))}
              value={String(day.kind)}
              problem={problems[`days[${at}].kind`]}
              onValue={(kind) => set({ kind: Number(kind) })}
            />
            <TextField label={t("terms:field.display_name")} maxLength={40} value={day.displayName} onValue={(displayName) => set({ displayName })} />
          </div>
        )}
      />
      <div className="row">
        <button type="button" className="button primary" disabled={action.pending} onClick={() => void save()}>
          {action.pending ? t("ui:sending") : t("calendar.save", { year })}
        </button>
        <span role="status">{savedFor && t("calendar.saved")}</span>
      </div>
    </>
  );
}

/** The holidays and worked weekends of a year, by which working days count. */
export default function CalendarPage() {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  const [address, setAddress] = useAddressState({ year: "" });
  const year = Number(address.year) || new Date().getFullYear();
  const query = useQuery(ApprovalService.method.listSpecialDays, { year }, { enabled: year >= 2000 && year < 2200 });
  return (
    <div className="stack measure">
      <PageHeader title={t("calendar.title")} text={t("calendar.text")} />
      <NumberField label={t("terms:field.year")} value={year} min={2000} max={2199} onValue={(next) => setAddress({ year: String(next) })} />
      <Answer of={query}>{(answer) => <Table key={year} year={year} answer={answer} />}</Answer>
    </div>
  );
}
