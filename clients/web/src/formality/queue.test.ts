import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { FormalityItem_Outcome as Outcome, FormalityItemSchema, Submission_State as State, SubmissionSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { nextAfter, toggled, waitingOf } from "./queue";

const now = new Date(2022, 5, 1);
const one = (number: string, state: State, correctBy?: Date) =>
  create(SubmissionSchema, {
    name: `submissions/${number}`,
    state,
    receipt: { number },
    correctBy: correctBy && timestampFromDate(correctBy),
  });

test("the queue is what was sent, and what did not come back in time, by number", () => {
  const all = [
    one("3", State.ENDORSED),
    one("1", State.SUBMITTED),
    one("2", State.ACCEPTED),
    one("4", State.RETURNED, new Date(2022, 4, 1)),
    one("5", State.RETURNED, new Date(2022, 6, 1)),
    one("6", State.RETURNED),
  ];
  expect(waitingOf(all, now).map((each) => each.receipt?.number)).toEqual(["1", "3", "4"]);
});

test("the next one is the next that is not done, round the end", () => {
  const names = ["a", "b", "c", "d"];
  expect(nextAfter(names, new Set(["b"]), "a")).toBe("c");
  expect(nextAfter(names, new Set(["d"]), "c")).toBe("a");
  expect(nextAfter(names, new Set(names), "c")).toBe("");
  expect(nextAfter(names, new Set(), "gone")).toBe("a");
});

test.each([
  [Outcome.PENDING, Outcome.PASSED],
  [Outcome.PASSED, Outcome.FAILED],
  [Outcome.FAILED, Outcome.PASSED],
])("a key makes %s into %s", (before, after) => expect(toggled(create(FormalityItemSchema, { outcome: before }))).toBe(after));
