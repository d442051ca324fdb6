import type { Timestamp } from "@bufbuild/protobuf/wkt";
import { FormalityItem_Outcome as Outcome, type Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { pending } from "./queue";
import { client } from "./useQueue";

type Deed = (submission: Submission) => Promise<Submission>;
const requestId = () => crypto.randomUUID();

export const record =
  (code: string, outcome: Outcome, note = ""): Deed =>
  ({ name, etag }) =>
    client.recordFormalityItem({ name, etag, item: { code, outcome, note }, requestId: requestId() });

/** What has not been looked at is recorded as passed, for who accepts has looked. */
export const accept: Deed = async (submission) => {
  let newest = submission;
  for (const item of pending(submission.formalityItems)) newest = await record(item.code, Outcome.PASSED)(newest);
  return client.acceptSubmission({ name: newest.name, etag: newest.etag, requestId: requestId() });
};

export const refuse =
  (reasons: string[], note: string): Deed =>
  ({ name, etag }) =>
    client.refuseSubmission({ name, etag, reasons, note, requestId: requestId() });

export const giveBack =
  (reason: string, correctBy: Timestamp | undefined): Deed =>
  ({ name, etag }) =>
    client.returnSubmission({ name, etag, reason, correctBy, requestId: requestId() });
