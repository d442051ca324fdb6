import { useState } from "react";
import { useTranslation } from "react-i18next";
import { addressOf, idOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { useSubmissionColumns } from "./columns";

/** What may be done with the chosen ones, all at once. */
function Deeds({ chosen }: { chosen: ReadonlySet<string> }) {
  const { t } = useTranslation(["endorsement", "ui"]);
  if (chosen.size === 0) return <span className="quiet small">{t("chooseFirst")}</span>;
  const only = `only=${[...chosen].map(idOf).join(".")}`;
  return (
    <div className="row">
      <span role="status">{t("ui:list.chosen", { count: chosen.size })}</span>
      <Link to={`/endorsements/decide?as=endorse&${only}`} className="button compact primary">
        {t("endorse")}
      </Link>
      <Link to={`/endorsements/decide?as=return&${only}`} className="button compact">
        {t("return")}
      </Link>
    </div>
  );
}

/** What waits for the unit to stand for it, or to send it back. */
export default function EndorsementsPage() {
  const { t } = useTranslation("endorsement");
  const [chosen, setChosen] = useState<Set<string>>(new Set());
  const columns = useSubmissionColumns().filter(({ key }) => key !== "status");
  const all = (
    <Link to="/unit-submissions" className="button">
      {t("allTitle")}
    </Link>
  );
  return (
    <div className="stack">
      <PageHeader title={t("title")} text={t("text")} actions={all} />
      <DataList
        label={t("title")}
        method={SubmissionsService.method.listSubmissions}
        request={({ query = "" }) => ({ awaitingEndorsement: true, query })}
        rowsOf={({ submissions }) => submissions}
        columns={columns}
        rowKey={({ name }) => name}
        rowName={({ title }) => title}
        rowLink={({ name }) => addressOf(name)}
        filters={[{ key: "query", label: t("find") }]}
        selection={{ chosen, onChange: setChosen }}
        toolbar={<Deeds chosen={chosen} />}
        exportName={t("title")}
        empty={<EmptyState title={t("empty")} text={t("emptyText")} action={all} />}
      />
    </div>
  );
}
