import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";

const freshMs = 10 * 60_000;

/** A submission by its title, which is read once and kept. */
export function SubmissionTitle({ name }: { name: string }) {
  const { t } = useTranslation("ui");
  const { data, isError } = useQuery(SubmissionsService.method.getSubmission, { name }, { staleTime: freshMs, retry: false });
  return data?.title ?? (isError ? <span className="quiet">{t("unknownName")}</span> : "…");
}
