import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAddressState } from "@/app/address";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { type Submission, Submission_Status as Status, Submission_StatusSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { useSubmissionColumns } from "./columns";
import { StatusCounts } from "./StatusCounts";

const hidden: readonly Status[] = [Status.STATUS_UNSPECIFIED, Status.IN_PREPARATION];
const shownStatuses = Submission_StatusSchema.values.filter(({ number }) => !hidden.includes(number));

/** Every submission that the unit hosts or recommends, by call and state, with a sheet of all. */
export default function UnitSubmissionsPage() {
  const { t } = useTranslation(["endorsement", "terms"]);
  const { data } = useQuery(CallsService.method.listCalls, { pageSize: 200 });
  // The server filters by state for staff only; a unit's own are few, so that is done here.
  const [{ status, call: chosenCall }] = useAddressState({ status: "", call: "" });
  const isShown = (one: Submission) => one.receipt !== undefined && (!status || Status[one.status] === status);
  return (
    <div className="stack">
      <PageHeader title={t("allTitle")} trail={[{ text: t("title"), to: "/endorsements" }]} text={t("allText")} />
      <StatusCounts call={chosenCall} />
      <DataList
        label={t("allTitle")}
        method={SubmissionsService.method.listSubmissions}
        request={({ query = "", call = "" }) => ({ query, call })}
        rowsOf={({ submissions }) => submissions.filter(isShown)}
        readAll={status !== ""}
        columns={useSubmissionColumns()}
        rowKey={({ name }) => name}
        rowName={({ title }) => title}
        rowLink={({ name }) => addressOf(name)}
        filters={[
          { key: "query", label: t("find") },
          { key: "call", label: t("column.call"), options: (data?.calls ?? []).map(({ name, title }) => ({ value: name, text: title })) },
          {
            key: "status",
            label: t("column.status"),
            options: shownStatuses.map(({ name }) => ({ value: name, text: t(`terms:enum.submissions.v1.Submission.Status.${name}`) })),
          },
        ]}
        exportName={t("allTitle")}
        empty={<EmptyState title={t("allEmpty")} text={t("allEmptyText")} />}
      />
    </div>
  );
}
