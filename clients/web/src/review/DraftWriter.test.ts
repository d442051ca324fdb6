import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { makeRefusal, RefusalError } from "@/api/refusal";
import { DraftWriter } from "./DraftWriter";

const refuse = (code: string, reason = "") =>
  new RefusalError({ ...makeRefusal(code, "", []), reason: reason as never });

describe("a draft's writer", () => {
  let there = { draft: "", etag: "1" };
  const keep = vi.fn<(kept: { draft: string; etag: string } | undefined) => void>();
  let fail: Error[] = [];
  let sent: string[] = [];
  const make = () =>
    new DraftWriter<string>("", "1", {
      send: async (draft, etag) => {
        sent.push(draft);
        const error = fail.shift();
        if (error) throw error;
        if (etag !== there.etag) throw refuse("aborted", "ETAG_MISMATCH");
        there = { draft, etag: String(Number(there.etag) + 1) };
        return Promise.resolve(there.etag);
      },
      read: () => Promise.resolve(there),
      same: (one, other) => one === other,
      keep,
    });
  beforeEach(() => {
    vi.useFakeTimers();
    there = { draft: "", etag: "1" };
    fail = [];
    sent = [];
    keep.mockClear();
  });
  afterEach(() => vi.useRealTimers());

  test("saves once, a moment after the last change", async () => {
    const writer = make();
    writer.change("a");
    writer.change("ab");
    expect(writer.state.state).toBe("unsaved");
    await vi.advanceTimersByTimeAsync(1000);
    expect(sent).toEqual(["ab"]);
    expect(writer.isSaved).toBe(true);
    expect(keep).toHaveBeenLastCalledWith(undefined);
  });

  test("sends what was typed while it was saving, with the new etag", async () => {
    const writer = make();
    writer.change("a");
    const flushed = writer.flush();
    writer.change("ab");
    expect(await flushed).toBe(true);
    expect(sent).toEqual(["a", "ab"]);
    expect(there).toEqual({ draft: "ab", etag: "3" });
  });

  test("keeps the draft and tries again while there is no connection", async () => {
    const writer = make();
    fail = [refuse("unavailable")];
    writer.change("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.state.state).toBe("waiting");
    expect(keep).toHaveBeenLastCalledWith({ draft: "a", etag: "1" });
    await vi.advanceTimersByTimeAsync(9000);
    expect(writer.isSaved).toBe(true);
  });

  test("knows its own save by what is there, where the answer was lost", async () => {
    const writer = make();
    there = { draft: "a", etag: "2" };
    writer.change("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.isSaved).toBe(true);
  });

  test("asks where somebody else has changed it, and does as told", async () => {
    const writer = make();
    there = { draft: "other", etag: "7" };
    writer.change("a");
    await vi.advanceTimersByTimeAsync(1000);
    expect(writer.state.state).toBe("changedElsewhere");
    expect(await writer.flush()).toBe(false);
    await writer.decide(true);
    expect(there.draft).toBe("a");
    there = { draft: "other", etag: "9" };
    await writer.decide(false);
    expect(writer.draft).toBe("other");
  });

  test("says why it was refused", async () => {
    const writer = make();
    fail = [refuse("failed_precondition", "REVIEW_CLOSED")];
    writer.change("a");
    expect(await writer.flush()).toBe(false);
    expect(writer.state).toMatchObject({ state: "failed", refusal: { reason: "REVIEW_CLOSED" } });
  });
});
