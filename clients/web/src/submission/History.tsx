import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { type HistoryEntry, HistoryEntry_ActionSchema, HistoryEntry_Party as Party, HistoryEntry_PartySchema } from "@/gen/redpeak/submissions/v1/history_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { EnumText } from "@/ui/StatusChip";
import { type Happening, Timeline } from "@/ui/Steps";
import { Waiting } from "@/ui/Waiting";

function Who({ entry }: { entry: HistoryEntry }) {
  const { party, actorName } = entry;
  if (party === Party.PARTY_UNSPECIFIED) return null;
  return (
    <span className="quiet">
      {" "}
      · <EnumText of={HistoryEntry_PartySchema} value={party} /> {actorName}
    </span>
  );
}

function happeningOf(entry: HistoryEntry, at: number): Happening {
  const text = [entry.reason, ...entry.refusalReasons].filter(Boolean).join("\n");
  return {
    key: String(at),
    at: entry.time,
    title: (
      <>
        <EnumText of={HistoryEntry_ActionSchema} value={entry.action} />
        <Who entry={entry} />
      </>
    ),
    text: text || undefined,
  };
}

/** What happened to it, oldest first. */
export function History({ submission }: { submission: Submission }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const { data, error } = useQuery(SubmissionsService.method.listSubmissionHistory, { name: submission.name });
  if (error) return <p className="quiet">{explain(toRefusal(error), t)}</p>;
  if (!data) return <Waiting lines={3} />;
  return <Timeline label={t("history.title")} happenings={data.entries.map(happeningOf)} />;
}
