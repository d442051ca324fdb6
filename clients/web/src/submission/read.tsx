import { useQuery } from "@connectrpc/connect-query";
import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { useParam } from "@/app/address";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { EmptyState } from "@/ui/EmptyState";
import { Waiting } from "@/ui/Waiting";

interface Read {
  submission: Submission;
  call: Call;
}

/** Draws from the submission that the address names, and its call, once both are there. */
export function ReadSubmission({ children }: { children: (read: Read) => ReactNode }) {
  const { t } = useTranslation(["submission", "errors", "ui"]);
  const name = `submissions/${useParam("submission")}`;
  const read = useQuery(SubmissionsService.method.getSubmission, { name });
  const callName = read.data?.call ?? "";
  const call = useQuery(CallsService.method.getCall, { name: callName }, { enabled: callName !== "" });
  if (read.data && call.data) return children({ submission: read.data, call: call.data });
  const error = read.error ?? call.error;
  if (!error) return <Waiting lines={8} />;
  const again = () => void (read.error ? read.refetch() : call.refetch());
  const button = (
    <button type="button" className="button" onClick={again}>
      {t("ui:again")}
    </button>
  );
  return <EmptyState title={explain(toRefusal(error), t)} action={button} />;
}
