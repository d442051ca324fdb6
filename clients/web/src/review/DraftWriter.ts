import { type Refusal, toRefusal } from "@/api/refusal";

const pauseMs = 800; // after the last key
const retryMs = 8000; // while there is no connection
// What passes by itself: no connection, or a server that could not answer just now.
const passing = ["unavailable", "deadline_exceeded", "unknown", "internal", "resource_exhausted", "canceled"];

export type WriterState =
  | { state: "saved"; at: Date | undefined }
  | { state: "unsaved" | "saving" | "waiting" | "changedElsewhere" }
  | { state: "failed"; refusal: Refusal };

interface Ways<Draft> {
  /** Sends a draft for an etag; answers with the next one. */
  send: (draft: Draft, etag: string) => Promise<string>;
  /** What the server has now. */
  read: () => Promise<{ draft: Draft; etag: string }>;
  same: (one: Draft, other: Draft) => boolean;
  /** Keeps on this device what the server does not have yet; undefined: it has all. */
  keep: (kept: { draft: Draft; etag: string } | undefined) => void;
}

/**
 * The one writer of a draft: saves a moment after the last key, one save at a time, and again while there is no
 * connection.
 */
export class DraftWriter<Draft> {
  state: WriterState = { state: "saved", at: undefined };
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | undefined;
  private listeners = new Set<() => void>();

  constructor(
    public draft: Draft,
    private etag: string,
    private ways: Ways<Draft>,
  ) {}

  subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Whether the server has everything. */
  get isSaved(): boolean {
    return this.state.state === "saved";
  }

  change(draft: Draft): void {
    this.draft = draft;
    this.ways.keep({ draft, etag: this.etag });
    if (this.state.state !== "changedElsewhere") this.tell(this.running ? this.state : { state: "unsaved" });
    else this.tell(this.state);
    this.plan(pauseMs);
  }

  /** Takes up a draft that was typed for an etag but never saved. */
  restore(draft: Draft, etag: string): void {
    this.etag = etag;
    this.change(draft);
  }

  /** Saves now; whether the server has everything then. */
  async flush(): Promise<boolean> {
    clearTimeout(this.timer);
    if (this.running) await this.running;
    if (this.isSaved || this.state.state === "changedElsewhere") return this.isSaved;
    this.running = this.save().finally(() => (this.running = undefined));
    await this.running;
    return this.isSaved || (this.state.state === "unsaved" && this.flush());
  }

  /** After a change elsewhere: goes on with what was typed here, or takes what is there. */
  async decide(mine: boolean): Promise<void> {
    const there = await this.ways.read();
    this.etag = there.etag;
    if (mine) {
      this.tell({ state: "unsaved" });
      await this.flush();
    } else {
      this.draft = there.draft;
      this.ways.keep(undefined);
      this.tell({ state: "saved", at: new Date() });
    }
  }

  private tell(state: WriterState): void {
    this.state = { ...state };
    this.listeners.forEach((listener) => listener());
  }

  private plan(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), ms);
  }

  private async save(): Promise<void> {
    const draft = this.draft;
    this.tell({ state: "saving" });
    try {
      this.etag = await this.ways.send(draft, this.etag);
      this.settle(draft);
    } catch (error) {
      await this.recover(toRefusal(error), draft);
    }
  }

  private settle(draft: Draft): void {
    const all = this.draft === draft;
    this.ways.keep(all ? undefined : { draft: this.draft, etag: this.etag });
    this.tell(all ? { state: "saved", at: new Date() } : { state: "unsaved" });
  }

  private async recover(refusal: Refusal, draft: Draft): Promise<void> {
    if (passing.includes(refusal.code)) {
      this.tell({ state: "waiting" });
      this.plan(retryMs);
    } else if (refusal.reason === "ETAG_MISMATCH") {
      await this.compare(draft);
    } else {
      this.tell({ state: "failed", refusal });
    }
  }

  // An answer may have been lost: then what is there is what was sent.
  private async compare(draft: Draft): Promise<void> {
    try {
      const there = await this.ways.read();
      if (!this.ways.same(there.draft, draft)) return this.tell({ state: "changedElsewhere" });
      this.etag = there.etag;
      this.settle(draft);
    } catch (error) {
      const refusal = toRefusal(error);
      if (!passing.includes(refusal.code)) return this.tell({ state: "failed", refusal });
      this.tell({ state: "waiting" });
      this.plan(retryMs);
    }
  }
}
