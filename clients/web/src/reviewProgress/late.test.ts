import { create } from "@bufbuild/protobuf";
import { timestampFromDate } from "@bufbuild/protobuf/wkt";
import { expect, test } from "vitest";
import { Review_State as State, ReviewSchema } from "@/gen/redpeak/review/v1/review_pb";
import { submittedByDay, workOf } from "./late";

const day = (date: number) => timestampFromDate(new Date(2022, 5, date, 12));
const review = (expert: string, state: State, due: number, submitted?: number) =>
  create(ReviewSchema, { expert, expertName: expert, state, dueTime: day(due), submitTime: submitted ? day(submitted) : undefined });
const reviews = [
  review("a", State.SUBMITTED, 1, 3),
  review("a", State.ACCEPTED, 20),
  review("b", State.ASSIGNED, 5),
  review("b", State.SUBMITTED, 5, 3),
  review("c", State.DECLINED, 1),
  review("d", State.SUBMITTED, 9, 4),
];

test("experts who are late come first, and who declined not at all", () => {
  const work = workOf(reviews, new Date(2022, 5, 10, 12));
  expect(work.map((one) => [one.name, one.late, one.lateDays, one.submitted])).toEqual([
    ["b", 1, 5, 1],
    ["a", 0, 0, 1],
    ["d", 0, 0, 1],
  ]);
});
test("what has come in adds up day by day", () => {
  expect(submittedByDay(reviews)).toEqual([["2022-06-03", 2], ["2022-06-04", 3]]);
});
