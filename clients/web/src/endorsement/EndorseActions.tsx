import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { idOf } from "@/api/resource";
import { type Submission, Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";

/** What a unit officer can do with one submission. */
export function EndorseActions({ submission }: { submission: Submission }) {
  const { t } = useTranslation("endorsement");
  if (submission.status !== Status.AWAITING_ENDORSEMENT) return null;
  const only = `only=${idOf(submission.name)}`;
  return (
    <>
      <Link to={`/endorsements/decide?as=endorse&${only}`} className="button primary">
        {t("endorse")}
      </Link>
      <Link to={`/endorsements/decide?as=return&${only}`} className="button">
        {t("return")}
      </Link>
    </>
  );
}
