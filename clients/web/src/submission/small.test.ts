import { describe, expect, test } from "vitest";
import { Submission_Status as Status } from "@/gen/redpeak/submissions/v1/submission_pb";
import { formatBytes } from "./bytes";
import { colleaguesOf } from "./colleagues";
import { digestOf } from "./digest";
import { wordsOf } from "./keywords";
import { canDelete, canEdit, canWithdraw, deadlineOf, stagesOf } from "./life";

test("keywords are parted by any usual mark, each once", () => {
  expect(wordsOf(" 草原；生态, 草原、,治理 ;")).toEqual(["草原", "生态", "治理"]);
  expect(wordsOf("")).toEqual([]);
});

test.each([
  [0, "0 B"],
  [999, "999 B"],
  [1500, "1.5 KB"],
  [123_456_789, "123 MB"],
])("%s bytes", (bytes, text) => expect(formatBytes(bytes)).toBe(text));

test("a digest is what sha256sum says", async () => {
  expect(await digestOf("回执")).toHaveLength(64);
  expect(await digestOf("")).toBe("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855");
});

test("colleagues are named once, the newest first", () => {
  const member = (displayName: string, unitName: string, person = "") => ({ displayName, unitName, person });
  const submissions = [
    { team: [member("萨仁", "医院", "people/1"), member(" ", "")] },
    { team: [member("万思", "大学"), member("萨仁", "医院")] },
  ];
  expect(colleaguesOf(submissions)).toEqual([member("萨仁", "医院", "people/1"), member("万思", "大学")]);
});

describe("a submission's life", () => {
  const receipt = { number: "KT1" } as never;
  test("says what its applicant may do", () => {
    expect(canEdit({ status: Status.TO_BE_CORRECTED })).toBe(true);
    expect(canEdit({ status: Status.UNDER_REVIEW })).toBe(false);
    expect(canDelete({ status: Status.IN_PREPARATION, receipt: undefined })).toBe(true);
    expect(canWithdraw({ status: Status.UNDER_REVIEW, receipt })).toBe(true);
    expect(canWithdraw({ status: Status.FUNDED, receipt })).toBe(false);
    expect(canWithdraw({ status: Status.IN_PREPARATION, receipt: undefined })).toBe(false);
  });

  test("has stages that depend on the call", () => {
    expect(stagesOf({ status: Status.AWAITING_CHECK }, { endorsementRequired: true })).toMatchObject({ at: 2 });
    expect(stagesOf({ status: Status.AWAITING_CHECK }, { endorsementRequired: false })).toMatchObject({ at: 1 });
    expect(stagesOf({ status: Status.RETRACTED }, { endorsementRequired: true })).toMatchObject({ at: -1 });
  });

  test("may be sent until the later of two times", () => {
    const at = (seconds: bigint) => ({ seconds, nanos: 0 }) as never;
    expect(deadlineOf({ correctBy: at(5n) }, { closesAt: at(3n) })).toEqual(at(5n));
    expect(deadlineOf({ correctBy: at(2n) }, { closesAt: at(3n) })).toEqual(at(3n));
    expect(deadlineOf({ correctBy: undefined }, { closesAt: at(3n) })).toEqual(at(3n));
  });
});
