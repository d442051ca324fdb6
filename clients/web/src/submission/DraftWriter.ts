import type { Refusal } from "@/api/refusal";
import { changesOf, type FieldKey, type Fields, isSame, keyOfPath, keysOf, pick } from "./fields";

/** What the server has of a draft. */
export interface Saved {
  etag: string;
  fields: Fields;
}
/** What this device has and the server may not: the changes, and what they were made from. */
export interface Kept {
  base: Partial<Fields>;
  changes: Partial<Fields>;
}
/** Somebody else, or the same person elsewhere, wrote the same field meanwhile. */
export type Conflicts = Partial<Fields>; // what the server has

export type WriterState =
  | { state: "saved"; at: Date }
  | { state: "saving" | "unsaved" | "waiting" }
  | { state: "failed"; refusal?: Refusal }; // without a refusal: fields are wrong, and shown so

export interface WriterIo {
  /** Saves some fields. Throws what `refusalOf` understands. */
  send: (etag: string, changes: Partial<Fields>) => Promise<Saved>;
  read: () => Promise<Saved>;
  /** Keeps on this device; undefined: nothing is left to keep. */
  keep: (kept: Kept | undefined) => void;
  /** Fields that the server would refuse, which are held back until they are right. */
  wrong: (fields: Fields) => ReadonlySet<FieldKey>;
  refusalOf: (error: unknown) => Refusal;
  later: (act: () => void, ms: number) => () => void;
  isOnline: () => boolean;
  now: () => Date;
}

export interface Snapshot {
  fields: Fields;
  saving: WriterState;
  conflicts: Conflicts;
  refused: ReadonlyMap<FieldKey, Refusal>;
}

const pauseMs = 800;
const retryMs = 4000;
const lostCodes = ["unavailable", "deadline_exceeded", "unknown", "internal", "resource_exhausted", "canceled"];

/**
 * The one writer of a draft: whatever is typed is kept on this device at once and sent a moment later, one request
 * at a time, with the etag, so that nothing is sent twice or over somebody else's words. A lost connection is tried
 * again until it is back.
 */
export class DraftWriter {
  private snapshotNow: Snapshot;
  private refused = new Map<FieldKey, { value: unknown; refusal: Refusal }>();
  private cancelTimer: (() => void) | undefined;
  private sending: Promise<void> | undefined;
  private stopped = true;
  private listeners = new Set<() => void>();

  constructor(
    private saved: Saved,
    private readonly io: WriterIo,
    kept?: Kept,
  ) {
    this.snapshotNow = { fields: saved.fields, saving: { state: "saved", at: io.now() }, conflicts: {}, refused: new Map() };
    if (kept) this.merge(saved, kept);
  }

  /** Begins to send what waits, and goes on until it is stopped. */
  start(): void {
    this.stopped = false;
    this.kick();
  }

  snapshot = (): Snapshot => this.snapshotNow;

  subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };

  /** Takes what was typed. */
  set(changes: Partial<Fields>): void {
    const fields = { ...this.snapshotNow.fields, ...changes };
    const still = this.sending || this.snapshotNow.saving.state === "waiting";
    this.tell({ fields, ...(still ? {} : { saving: { state: "unsaved" } as const }) });
    this.keepChanges();
    this.wait(pauseMs);
  }

  /** Settles a conflict: mine stays, or the server's takes its place. */
  settle(key: FieldKey, mine: boolean): void {
    const { [key]: theirs, ...conflicts } = this.snapshotNow.conflicts;
    this.tell({ conflicts });
    this.set(mine ? {} : { [key]: theirs });
  }

  /** Reads the server's version anew after another call has changed it (an upload, say). */
  async refresh(): Promise<void> {
    await this.sending;
    await this.alone(async () => void (await this.readAgain()));
    if (this.isDirty()) this.wait(pauseMs);
  }

  /** Tries at once what waits: the connection may be back. */
  kick(): void {
    if (this.isDirty()) this.wait(0);
  }

  /** Saves now. Whether everything is with the server afterwards. */
  async flush(): Promise<boolean> {
    this.cancelTimer?.();
    await this.sending;
    if (this.isDirty()) await this.work();
    return !this.isDirty();
  }

  /** Tries nothing again. What is not saved stays on this device. */
  stop(): void {
    this.stopped = true;
    this.cancelTimer?.();
  }

  get etag(): string {
    return this.saved.etag;
  }

  private isDirty(): boolean {
    return keysOf(this.kept().changes).length > 0;
  }

  private kept(): Kept {
    const changes = changesOf(this.saved.fields, this.snapshotNow.fields);
    return { changes, base: pick(this.saved.fields, keysOf(changes)) };
  }

  private keepChanges(): void {
    this.io.keep(this.isDirty() ? this.kept() : undefined);
  }

  private tell(changes: Partial<Snapshot>): void {
    this.snapshotNow = { ...this.snapshotNow, ...changes };
    this.listeners.forEach((listener) => listener());
  }

  private wait(ms: number): void {
    this.cancelTimer?.();
    if (this.stopped) return;
    this.cancelTimer = this.io.later(() => void this.work(), ms);
  }

  /** Puts the changes over what the server has; where both changed a field, the user decides. */
  private merge(saved: Saved, { base, changes }: Kept): void {
    const theirs = keysOf(changes).filter(
      (key) => !isSame(saved.fields[key], base[key]) && !isSame(saved.fields[key], changes[key]),
    );
    this.saved = saved;
    const conflicts = { ...this.snapshotNow.conflicts, ...pick(saved.fields, theirs) };
    this.tell({ fields: { ...saved.fields, ...changes }, conflicts });
    this.keepChanges();
  }

  private toSend(): Partial<Fields> {
    const { fields, conflicts } = this.snapshotNow;
    const { changes } = this.kept();
    const wrong = this.io.wrong(fields);
    for (const [key, { value }] of this.refused) if (!isSame(value, fields[key])) this.refused.delete(key);
    const held = (key: FieldKey) => wrong.has(key) || key in conflicts || this.refused.has(key);
    return pick(changes, keysOf(changes).filter((key) => !held(key)));
  }

  private work(): Promise<void> {
    return this.sending ?? this.alone(() => this.sendAll());
  }

  private alone(act: () => Promise<void>): Promise<void> {
    this.sending = act().finally(() => (this.sending = undefined));
    return this.sending;
  }

  private async sendAll(): Promise<void> {
    for (;;) {
      const changes = this.toSend();
      this.tell({ refused: new Map([...this.refused].map(([key, { refusal }]) => [key, refusal])) });
      if (keysOf(changes).length === 0) return this.settleDown();
      if (!this.io.isOnline()) return this.tryLater();
      this.tell({ saving: { state: "saving" } });
      try {
        this.takeAnswer(await this.io.send(this.saved.etag, changes), changes);
      } catch (error) {
        if (!(await this.goOnAfter(this.io.refusalOf(error), changes))) return;
      }
    }
  }

  /** What was typed while it was being sent is a change of what has now been saved. */
  private takeAnswer(saved: Saved, sent: Partial<Fields>): void {
    const { changes } = this.kept();
    const still = keysOf(changes).filter((key) => !(key in sent) || !isSame(changes[key], sent[key]));
    this.merge(saved, { base: saved.fields, changes: pick(changes, still) });
  }

  private settleDown(): void {
    this.tell({ saving: this.isDirty() ? { state: "failed" } : { state: "saved", at: this.io.now() } });
    this.keepChanges();
  }

  private tryLater(): void {
    this.tell({ saving: { state: "waiting" } });
    this.wait(retryMs);
  }

  /** Whether to send again at once. */
  private async goOnAfter(refusal: Refusal, sent: Partial<Fields>): Promise<boolean> {
    if (refusal.reason === "ETAG_MISMATCH") return this.readAgain();
    const keys = refusal.violations.flatMap(({ field }) => keyOfPath(field) ?? []).filter((key) => key in sent);
    for (const key of keys) this.refused.set(key, { value: sent[key], refusal });
    if (keys.length > 0) return true;
    if (lostCodes.includes(refusal.code)) this.tryLater();
    else this.tell({ saving: { state: "failed", refusal } });
    return false;
  }

  private async readAgain(): Promise<boolean> {
    try {
      this.merge(await this.io.read(), this.kept());
      return true;
    } catch (error) {
      const refusal = this.io.refusalOf(error);
      if (lostCodes.includes(refusal.code)) this.tryLater();
      else this.tell({ saving: { state: "failed", refusal } });
      return false;
    }
  }
}
