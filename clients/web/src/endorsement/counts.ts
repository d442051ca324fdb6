import { Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";

interface Counted {
  status: Status;
  count: number;
}

/** The counts of all calls together, in the order of a submission's life; drafts are the applicants' own. */
export function sumByStatus(counts: readonly Counted[]): Counted[] {
  const sums = new Map<Status, number>();
  for (const { status, count } of counts) sums.set(status, (sums.get(status) ?? 0) + count);
  sums.delete(Status.IN_PREPARATION);
  sums.delete(Status.STATUS_UNSPECIFIED);
  return [...sums].map(([status, count]) => ({ status, count })).sort((one, other) => one.status - other.status);
}
