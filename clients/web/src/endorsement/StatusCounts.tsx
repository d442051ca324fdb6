import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Chip } from "@/ui/StatusChip";
import { toneOf } from "@/ui/tones";
import { sumByStatus } from "./counts";

/** How many there are in each state, each a way to just those. */
export function StatusCounts({ call }: { call: string }) {
  const { t } = useTranslation(["endorsement", "terms"]);
  const { data } = useQuery(SubmissionsService.method.countSubmissions, { call });
  const counts = sumByStatus(data?.counts ?? []);
  if (counts.length === 0) return null;
  const rest = call && `&call=${encodeURIComponent(call)}`;
  return (
    <nav className="row" aria-label={t("counts")}>
      {counts.map(({ status, count }) => (
        <Link key={status} to={`/unit-submissions?status=${Status[status]}${rest}`}>
          <Chip tone={toneOf(Status[status] ?? "")}>
            {t(`terms:enum.submissions.v1.Submission.Status.${Status[status]}`)} <span className="number">{count}</span>
          </Chip>
        </Link>
      ))}
    </nav>
  );
}
