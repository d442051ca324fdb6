import { expect, test } from "vitest";
import { Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { sumByStatus } from "./counts";

test("counts of calls are added up, in the order of a submission's life", () => {
  const counts = [
    { status: Status.FUNDED, count: 2 },
    { status: Status.IN_PREPARATION, count: 9 },
    { status: Status.AWAITING_CHECK, count: 1 },
    { status: Status.FUNDED, count: 3 },
  ];
  expect(sumByStatus(counts)).toEqual([
    { status: Status.AWAITING_CHECK, count: 1 },
    { status: Status.FUNDED, count: 5 },
  ]);
});
