import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { type Notice, type Objection, Objection_State, Objection_StateSchema } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import type { Column } from "@/ui/column";
import { DataList } from "@/ui/DataList";
import { EmptyState } from "@/ui/EmptyState";
import { Instant } from "@/ui/Instant";
import { StatusChip } from "@/ui/StatusChip";

/** Who doubts what on a notice. */
export function Objections({ notice }: { notice: Notice }) {
  const { t } = useTranslation(["noticeDesk", "terms"]);
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const columns: Column<Objection>[] = [
    { key: "number", header: t("terms:field.submission_number"), cell: (one) => <span className="code">{one.submissionNumber}</span>, field: "submission_number", width: "150px" },
    { key: "state", header: t("terms:field.state"), cell: (one) => <StatusChip of={Objection_StateSchema} value={one.state} tone={one.state === Objection_State.FILED ? "warning" : undefined} />, field: "state", card: "status", width: "100px" },
    { key: "name", header: t("terms:field.real_name"), cell: (one) => one.realName, field: "real_name", width: "110px" },
    { key: "text", header: t("terms:field.text"), cell: (one) => one.text, field: "text" },
    { key: "time", header: t("terms:field.file_time"), cell: (one) => <Instant at={one.fileTime} />, field: "file_time", width: "190px" },
  ];
  const answer = (one: Objection) =>
    one.state === Objection_State.FILED && (
      <Link to={`/desk/${one.name}`} className="button compact primary">
        {t("answer.open")}
      </Link>
    );
  return (
    <DataList
      label={t("terms:field.objections")}
      method={ApprovalService.method.listObjections}
      request={() => ({ parent: notice.name })}
      rowsOf={(list) => list.objections}
      columns={columns}
      rowKey={(one) => one.name}
      rowName={(one) => one.submissionNumber}
      rowLink={(one) => `/desk/${one.name}`}
      actions={isOfficer ? answer : undefined}
      empty={<EmptyState title={t("noObjections")} text={t("noObjectionsText")} />}
    />
  );
}
