import { createClient } from "@connectrpc/connect";
import { useQuery } from "@connectrpc/connect-query";
import { useState } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { queryClient } from "@/api/queries";
import { toRefusal } from "@/api/refusal";
import { addressOf, idOf } from "@/api/resource";
import { transport } from "@/api/transport";
import { useAddressState } from "@/app/address";
import { Link } from "@/app/Link";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Frame } from "@/submission/Frame";
import { DataTable } from "@/ui/DataTable";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { Progress } from "@/ui/Progress";
import { Chip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import { useSubmissionColumns } from "./columns";
import { countOutcomes, type Outcome, type Outcomes, runAll } from "./outcomes";

type Deed = "endorse" | "return";
const reasonMax = 1000;
const readMax = 1000;
const submissionsClient = createClient(SubmissionsService, transport);

function act(deed: Deed, { name, etag }: Submission, reason: string): Promise<unknown> {
  if (deed === "endorse") return submissionsClient.endorseSubmission({ name, etag, comment: reason });
  return submissionsClient.returnSubmission({ name, etag, reason });
}

/** What became of a row, in words. */
function OutcomeChip({ outcome, deed }: { outcome: Outcome | undefined; deed: Deed }) {
  const { t } = useTranslation(["endorsement", "errors", "ui"]);
  if (!outcome) return null;
  if (outcome.state === "refused") return <span className="problem">{explain(outcome.refusal, t)}</span>;
  const tone = outcome.state === "done" ? "good" : "neutral";
  return <Chip tone={tone}>{t(outcome.state === "done" ? `outcome.${deed}` : `outcome.${outcome.state}`)}</Chip>;
}

function useRun(deed: Deed, rows: Submission[], reason: string) {
  const [outcomes, setOutcomes] = useState<Outcomes>(new Map());
  const [running, setRunning] = useState(false);
  const run = async () => {
    const left = rows.filter(({ name }) => outcomes.get(name)?.state !== "done");
    setRunning(true);
    await runAll({
      names: left.map(({ name }) => name),
      act: (name) => act(deed, left.find((row) => row.name === name)!, reason),
      refusalOf: toRefusal,
      onOutcome: (name, outcome) => setOutcomes((before) => new Map(before).set(name, outcome)),
    });
    setRunning(false);
    await queryClient.invalidateQueries({ refetchType: "none" });
  };
  return { outcomes, running, run };
}

function Ended({ outcomes, deed }: { outcomes: Outcomes; deed: Deed }) {
  const { t } = useTranslation("endorsement");
  const { done, refused } = countOutcomes(outcomes);
  return (
    <p role="status">
      {t(`ended.${deed}`, { count: done })} {refused > 0 && t("ended.refused", { count: refused })}
    </p>
  );
}

function Decide({ deed, rows }: { deed: Deed; rows: Submission[] }) {
  const { t } = useTranslation(["endorsement", "ui"]);
  const [reason, setReason] = useState("");
  const [missing, setMissing] = useState(false);
  const { outcomes, running, run } = useRun(deed, rows, reason.trim());
  const shown = useSubmissionColumns().filter(({ key }) => ["title", "leader", "unit", "amount"].includes(key));
  const columns = [
    ...shown,
    { key: "outcome", header: t("column.outcome"), cell: ({ name }: Submission) => <OutcomeChip outcome={outcomes.get(name)} deed={deed} />, width: "220px" },
  ];
  const { done, refused, total } = countOutcomes(outcomes);
  const ended = total > 0 && !running;
  const confirm = () => {
    const lacks = deed === "return" && reason.trim() === "";
    setMissing(lacks);
    if (lacks) document.getElementById("reason")?.focus();
    else void run();
  };
  return (
    <div className="stack">
      <PageHeader title={t(`decide.${deed}`, { count: rows.length })} trail={[{ text: t("title"), to: "/endorsements" }]} text={t(`decide.${deed}Text`)} />
      <section className="panel stack">
        {total === 0 && (
          <Frame
            id="reason"
            label={t(`reason.${deed}`)}
            hint={t(`reason.${deed}Hint`)}
            optional={deed === "endorse"}
            problem={missing && reason.trim() === "" ? t("reason.missing") : undefined}
            count={{ typed: [...reason].length, max: reasonMax }}
          >
            {(control) => <textarea {...control} className="input" value={reason} onChange={(event) => setReason(event.target.value)} />}
          </Frame>
        )}
        {running && <Progress label={t("running")} done={done + refused} total={total} />}
        {ended && <Ended outcomes={outcomes} deed={deed} />}
        <DataTable label={t("chosen")} rows={rows} columns={columns} rowKey={({ name }) => name} rowName={({ title }) => title} rowLink={({ name }) => addressOf(name)} />
        <div className="row">
          {(total === 0 || (ended && refused > 0)) && (
            <button type="button" className={`button ${deed === "return" ? "danger" : "primary"}`} disabled={running || [...reason].length > reasonMax} onClick={confirm}>
              {ended ? t("ui:again") : t(`confirm.${deed}`, { count: rows.length })}
            </button>
          )}
          <Link to="/endorsements" className={ended && refused === 0 ? "button primary" : "button"}>
            {t("backToList")}
          </Link>
        </div>
      </section>
    </div>
  );
}

/** Keeps the rows as they were when the page was opened: they leave the list one by one. */
function Begin({ deed, found }: { deed: Deed; found: Submission[] }) {
  const { t } = useTranslation("endorsement");
  const [rows] = useState(found);
  if (rows.length > 0) return <Decide deed={deed} rows={rows} />;
  const back = (
    <Link to="/endorsements" className="button">
      {t("backToList")}
    </Link>
  );
  return <EmptyState title={t("nothingChosen")} action={back} />;
}

/** Endorses or returns what was chosen, after one more look at it. */
export default function DecidePage() {
  const { t } = useTranslation(["endorsement", "errors", "ui"]);
  const [{ as, only }] = useAddressState({ as: "endorse", only: "" });
  const { data, error } = useQuery(SubmissionsService.method.listSubmissions, { awaitingEndorsement: true, pageSize: readMax });
  if (error) return <EmptyState title={explain(toRefusal(error), t)} />;
  if (!data) return <Waiting />;
  const ids = new Set(only.split("."));
  return <Begin deed={as === "return" ? "return" : "endorse"} found={data.submissions.filter(({ name }) => ids.has(idOf(name)))} />;
}
