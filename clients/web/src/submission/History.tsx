import { useTranslation } from "react-i18next";
import { type Submission, Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { type Happening, Timeline } from "@/ui/Steps";

const settled: Partial<Record<Status, string>> = {
  [Status.TO_BE_CORRECTED]: "returned",
  [Status.NOT_ADMITTED]: "notAdmitted",
  [Status.UNDER_REVIEW]: "underReview",
  [Status.ON_NOTICE]: "onNotice",
  [Status.FUNDED]: "funded",
  [Status.NOT_FUNDED]: "notFunded",
  [Status.RETRACTED]: "retracted",
};

/** What happened to it, as far as the submission itself tells. */
export function History({ submission }: { submission: Submission }) {
  const { t } = useTranslation("submission");
  const { createTime, receipt, endorseTime, updateTime, status, note } = submission;
  const last = settled[status];
  const happenings: (Happening | undefined)[] = [
    { key: "created", at: createTime, title: t("history.created") },
    receipt && { key: "sent", at: receipt.submitTime, title: t("history.sent", { number: receipt.number }) },
    endorseTime && { key: "endorsed", at: endorseTime, title: t("history.endorsed") },
    last ? { key: "last", at: updateTime, title: t(`history.${last}`), text: note || undefined } : undefined,
  ];
  return <Timeline label={t("history.title")} happenings={happenings.filter((one) => one !== undefined)} />;
}
