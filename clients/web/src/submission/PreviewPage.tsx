import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useAddressState } from "@/app/address";
import { type Call, Call_Blindness } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { Link } from "@/app/Link";
import { PageHeader } from "@/ui/PageHeader";
import { canEdit } from "./life";
import { ReadSubmission } from "./read";
import { SubmissionView } from "./SubmissionView";

function Content({ submission, call }: { submission: Submission; call: Call }) {
  const { t } = useTranslation("submission");
  const [{ as }, set] = useAddressState({ as: "office" });
  const blindCall = call.blindness === Call_Blindness.DOUBLE_BLIND;
  const views = ["office", "expert"] as const;
  return (
    <div className="stack measure">
      <PageHeader
        title={t("preview.title")}
        trail={[
          { text: t("mine"), to: "/submissions" },
          { text: submission.title || t("untitled"), to: `${addressOf(submission.name)}${canEdit(submission) ? "/edit" : ""}` },
        ]}
        text={as === "expert" && blindCall ? t("preview.blindText") : t("preview.text")}
        actions={
          canEdit(submission) && (
            <Link to={`${addressOf(submission.name)}/edit`} className="button">
              {t("backToEdit")}
            </Link>
          )
        }
      />
      <div className="row" role="group" aria-label={t("preview.as")}>
        {views.map((view) => (
          <button key={view} type="button" className="button compact" aria-pressed={as === view} onClick={() => set({ as: view })}>
            {as === view && <span aria-hidden="true">✓ </span>}
            {t(`preview.${view}`)}
          </button>
        ))}
      </div>
      <SubmissionView submission={submission} call={call} blind={as === "expert" && blindCall} />
    </div>
  );
}

/** What the office and the experts will see of it. */
export default function PreviewPage() {
  return <ReadSubmission>{(read) => <Content {...read} />}</ReadSubmission>;
}
