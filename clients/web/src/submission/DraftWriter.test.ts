import { beforeEach, describe, expect, test } from "vitest";
import { makeRefusal, RefusalError, toRefusal } from "@/api/refusal";
import { DraftWriter, type Kept, type Saved, type WriterIo } from "./DraftWriter";
import type { FieldKey, Fields } from "./fields";

const empty: Fields = {
  title: "", category: "", discipline: "", amountFen: 0n, startDate: "", endDate: "", abstract: "", keywords: [],
  form: "", team: [], avoidedExperts: [],
};

/** A server of one draft, and a clock that goes when told. */
class World {
  saved: Saved = { etag: "1", fields: empty };
  kept: Kept | undefined;
  timers: (() => void)[] = [];
  sent: Partial<Fields>[] = [];
  failures: unknown[] = [];
  online = true;
  wrong = new Set<FieldKey>();

  io: WriterIo = {
    send: async (etag, changes) => {
      this.sent.push(changes);
      const failure = this.failures.shift();
      if (failure) throw failure;
      if (etag !== this.saved.etag) throw refuse("aborted", "ETAG_MISMATCH");
      return this.write(changes);
    },
    read: async () => this.saved,
    keep: (kept) => (this.kept = kept),
    wrong: () => this.wrong,
    refusalOf: toRefusal,
    later: (act) => {
      this.timers = [act];
      return () => (this.timers = this.timers.filter((one) => one !== act));
    },
    isOnline: () => this.online,
    now: () => new Date(0),
  };
  write(changes: Partial<Fields>): Saved {
    const etag = String(Number(this.saved.etag) + 1);
    return (this.saved = { etag, fields: { ...this.saved.fields, ...changes } });
  }
  async pass(): Promise<void> {
    const due = this.timers;
    this.timers = [];
    for (const act of due) act();
    await new Promise((resolve) => setImmediate(resolve));
  }
}

function refuse(code: string, reason: string, fields: string[] = []): RefusalError {
  const violations = fields.map((field) => ({ field, rule: "UNKNOWN", limit: "", description: "no" }));
  return new RefusalError({ ...makeRefusal(code, "no", []), reason: reason as never, violations });
}

let world: World;
beforeEach(() => (world = new World()));
const begin = (kept?: Kept) => {
  const writer = new DraftWriter(world.saved, world.io, kept);
  writer.start();
  return writer;
};
const stateOf = (writer: DraftWriter) => writer.snapshot().saving.state;

describe("a draft's writer", () => {
  test("sends only what changed, once, and keeps nothing afterwards", async () => {
    const writer = begin();
    writer.set({ title: "草" });
    writer.set({ title: "草原" });
    expect(world.kept?.changes).toEqual({ title: "草原" });
    expect(stateOf(writer)).toBe("unsaved");
    await world.pass();
    expect(world.sent).toEqual([{ title: "草原" }]);
    expect(stateOf(writer)).toBe("saved");
    expect(world.kept).toBeUndefined();
  });

  test("keeps on this device and waits while the connection is lost", async () => {
    const writer = begin();
    world.failures = [new TypeError("Failed to fetch")];
    writer.set({ abstract: "摘要" });
    await world.pass();
    expect(stateOf(writer)).toBe("waiting");
    expect(world.kept?.changes).toEqual({ abstract: "摘要" });
    world.online = false;
    await world.pass();
    expect(world.sent).toHaveLength(1);
    world.online = true;
    writer.kick();
    await world.pass();
    expect(stateOf(writer)).toBe("saved");
    expect(world.saved.fields.abstract).toBe("摘要");
  });

  test("goes on with what this device kept", async () => {
    const kept: Kept = { base: { title: "" }, changes: { title: "离线写的" } };
    const writer = begin(kept);
    expect(writer.snapshot().fields.title).toBe("离线写的");
    await world.pass();
    expect(world.saved.fields.title).toBe("离线写的");
  });

  test("merges what was written elsewhere into other fields", async () => {
    const writer = begin();
    world.write({ abstract: "别处写的" });
    writer.set({ title: "此处写的" });
    await world.pass();
    expect(writer.snapshot().fields).toMatchObject({ title: "此处写的", abstract: "别处写的" });
    expect(writer.snapshot().conflicts).toEqual({});
    expect(world.saved.fields.title).toBe("此处写的");
  });

  test.each([
    [true, "此处写的"],
    [false, "别处写的"],
  ])("asks where both wrote the same field (mine: %s)", async (mine, title) => {
    const writer = begin();
    world.write({ title: "别处写的" });
    writer.set({ title: "此处写的" });
    await world.pass();
    expect(writer.snapshot().conflicts).toEqual({ title: "别处写的" });
    expect(stateOf(writer)).toBe("failed");
    writer.settle("title", mine);
    await world.pass();
    expect(world.saved.fields.title).toBe(title);
    expect(stateOf(writer)).toBe("saved");
  });

  test("is not confused by an answer that was lost after it had been written", async () => {
    const writer = begin();
    writer.set({ title: "写了" });
    world.write({ title: "写了" });
    await world.pass();
    expect(writer.snapshot().conflicts).toEqual({});
    expect(stateOf(writer)).toBe("saved");
  });

  test("saves the rest where one field is refused, and that one once it is changed", async () => {
    const writer = begin();
    world.failures = [refuse("invalid_argument", "FIELD_INVALID", ["submission.category"])];
    writer.set({ title: "题目", category: "?" });
    await world.pass();
    expect(world.sent).toEqual([{ title: "题目", category: "?" }, { title: "题目" }]);
    expect(stateOf(writer)).toBe("failed");
    expect([...writer.snapshot().refused.keys()]).toEqual(["category"]);
    expect(world.kept?.changes).toEqual({ category: "?" });
    writer.set({ category: "key" });
    await world.pass();
    expect(stateOf(writer)).toBe("saved");
  });

  test("holds back what is known to be wrong", async () => {
    world.wrong.add("title");
    const writer = begin();
    writer.set({ title: "很长", abstract: "好" });
    await world.pass();
    expect(world.sent).toEqual([{ abstract: "好" }]);
    expect(stateOf(writer)).toBe("failed");
  });

  test("keeps what was typed while it was sending, and sends it next", async () => {
    const writer = begin();
    writer.set({ title: "一" });
    const passing = world.pass();
    writer.set({ title: "一二" });
    await passing;
    await world.pass();
    expect(world.saved.fields.title).toBe("一二");
    expect(await writer.flush()).toBe(true);
  });

  test("goes on from the version that an upload has made", async () => {
    const writer = begin();
    writer.set({ title: "题目" });
    world.write({});
    await writer.refresh();
    expect(await writer.flush()).toBe(true);
    expect(world.sent).toHaveLength(1);
    expect(writer.etag).toBe("3");
  });

  test("stops at what cannot be saved any more", async () => {
    const writer = begin();
    world.failures = [refuse("failed_precondition", "STATE_WRONG")];
    writer.set({ title: "题目" });
    await world.pass();
    expect(writer.snapshot().saving).toMatchObject({ state: "failed", refusal: { reason: "STATE_WRONG" } });
    expect(world.timers).toHaveLength(0);
  });
});
