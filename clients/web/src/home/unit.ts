import { createClient } from "@connectrpc/connect";
import { transport } from "@/api/transport";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { readMax } from "./clients";
import { dateIf, noWork, type Task, type Work } from "./work";

/** Of each call: how many submissions wait for the unit's word, which counts until the call closes. */
export function endorsementTasks(
  awaiting: readonly Pick<Submission, "call">[],
  calls: readonly Pick<Call, "name" | "title" | "closesAt">[],
): Task[] {
  const names = [...new Set(awaiting.map((one) => one.call))];
  return names.map((name) => {
    const call = calls.find((one) => one.name === name);
    const due = dateIf(call?.closesAt);
    const count = awaiting.filter((one) => one.call === name).length;
    return { key: `endorse ${name}`, kind: "endorse", count, about: call?.title, due, link: "/endorsements" };
  });
}

const submissions = createClient(SubmissionsService, transport);

export async function unitWork(calls: readonly Call[]): Promise<Work> {
  const { submissions: awaiting } = await submissions.listSubmissions({ awaitingEndorsement: true, pageSize: readMax });
  return { ...noWork, tasks: endorsementTasks(awaiting, calls) };
}
