import { create } from "@bufbuild/protobuf";
import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useAction } from "@/api/useAction";
import { useGo } from "@/app/address";
import { type Call, CallSchema, Call_Blindness, DayKind, Programme_Kind } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { NumberField, RadioField, SelectField } from "@/ui/deskFields";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { TextField } from "@/ui/TextField";
import { ofYear } from "./nextYear";
import { desk } from "./useCall";
import { useProgrammes } from "./useProgrammes";

const callsMax = 200;

/** What a call has at first that is made of nothing. */
const blank = { endorsementRequired: true, blindness: Call_Blindness.DOUBLE_BLIND, reviewsPerSubmission: 3, leaderQuota: 1, noticeDays: 7, noticeDayKind: DayKind.WORKING_DAYS };

function NewProgramme({ onMade }: { onMade: (name: string) => void }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const [name, setName] = useState("");
  const [kind, setKind] = useState(String(Programme_Kind.RESEARCH));
  const action = useAction(CallsService.method.createProgramme);
  const make = async () => {
    const programmeId = `p-${crypto.randomUUID().slice(0, 8)}`;
    const made = await action.run({ programmeId, programme: { displayName: name, kind: Number(kind) } });
    if (made) onMade(made.name);
  };
  return (
    <details>
      <summary>{t("new.programme")}</summary>
      <div className="panel stack-small">
        <RefusalSummary refusal={action.refusal} />
        <TextField label={t("new.programmeName")} value={name} onValue={setName} />
        <SelectField
          label={t("terms:field.kind")}
          choices={["RESEARCH", "TALENT", "ADVICE", "OTHER"].map((one, at) => ({ value: String(at + 1), text: t(`terms:enum.calls.v1.Programme.Kind.${one}`) }))}
          value={kind}
          onValue={setKind}
        />
        <div>
          <button type="button" className="button" disabled={!name.trim() || action.pending} onClick={() => void make()}>
            {t("new.addProgramme")}
          </button>
        </div>
      </div>
    </details>
  );
}

function useSource(name: string) {
  const { data } = useQuery(CallsService.method.getCall, { name }, { enabled: name !== "" });
  return name ? data : undefined;
}

/** Makes a draft: of an earlier call, a year later, or of nothing. */
export default function NewCallPage() {
  const { t } = useTranslation(["callDesk", "terms"]);
  const go = useGo();
  const list = useQuery(CallsService.method.listCalls, { pageSize: callsMax });
  const { programmes } = useProgrammes();
  const action = useAction(CallsService.method.createCall);
  const calls = list.data?.calls ?? [];
  const [way, setWay] = useState("");
  const [copyOf, setCopyOf] = useState("");
  const [typed, setTyped] = useState<{ title?: string; year?: number; programme?: string }>({});
  const chosen = way === "copy" ? copyOf || calls[0]?.name || "" : "";
  const source = useSource(chosen);
  const year = typed.year ?? Math.max(source ? source.year + 1 : 0, new Date().getFullYear());
  const fromSource: Partial<Call> = source ? ofYear(source, year) : blank;
  const title = typed.title ?? fromSource.title ?? "";
  const programme = typed.programme ?? source?.programme ?? "";
  const ready = way !== "" && title.trim() !== "" && (way === "blank" || source !== undefined);
  const make = async () => {
    const call = create(CallSchema, { ...fromSource, title, year, programme } as never);
    const made = await action.run({ call, copyOf: source?.name ?? "" });
    if (made) go(desk.step(made.name, "basics"));
  };
  return (
    <div className="stack measure">
      <PageHeader title={t("new.title")} trail={[{ text: t("list.title"), to: "/desk" }]} text={t("new.text")} />
      <RefusalSummary refusal={action.refusal} />
      <RadioField
        label={t("new.way")}
        choices={[
          { value: "copy", text: t("new.copy"), hint: t("new.copyHint") },
          { value: "blank", text: t("new.blank") },
        ]}
        value={way}
        onValue={setWay}
      />
      {way === "copy" && (
        <SelectField label={t("new.source")} choices={calls.map((call) => ({ value: call.name, text: `${call.title} (${call.year})` }))} value={chosen} onValue={setCopyOf} />
      )}
      {way !== "" && (
        <>
          <NumberField label={t("terms:field.year")} value={year} min={2000} max={2199} onValue={(value) => setTyped({ ...typed, year: value })} />
          <TextField label={t("terms:fieldOf.calls.v1.Call.title")} value={title} maxLength={120} onValue={(value) => setTyped({ ...typed, title: value })} />
          <SelectField
            label={t("terms:field.programme")}
            none={t("choose")}
            choices={programmes.map((one) => ({ value: one.name, text: one.displayName }))}
            value={programme}
            onValue={(value) => setTyped({ ...typed, programme: value })}
          />
          <NewProgramme onMade={(name) => setTyped({ ...typed, programme: name })} />
          <div>
            <button type="button" className="button primary" disabled={!ready || action.pending} onClick={() => void make()}>
              {action.pending ? t("ui:sending") : t("new.make")}
            </button>
          </div>
        </>
      )}
    </div>
  );
}
