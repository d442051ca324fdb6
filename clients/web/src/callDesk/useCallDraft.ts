import { createClient } from "@connectrpc/connect";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { isPassing, type Refusal, toRefusal } from "@/api/refusal";
import { transport } from "@/api/transport";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { Saving } from "@/ui/SaveState";
import { changedFields, reapplied } from "./callDiff";

const client = createClient(CallsService, transport);
const pauseMs = 1200;
const againMs = 5000;

export interface Draft {
  call: Call;
  change: (changes: Partial<Call>) => void;
  status: Saving["state"];
  savedAt: Date;
  refusal: Refusal | undefined;
  /** What the server has, once another officer has saved since. */
  theirs: Call | undefined;
  /** The call as it was when this page last agreed with the server. */
  base: Call;
  /** Goes on with what the server has: with one's own changes on top of it, or without them. */
  resolve: (how: "reload" | "reapply") => void;
  /** Saves what is not saved yet; whether nothing remains. */
  flush: () => Promise<boolean>;
}

interface State {
  base: Call;
  mine: Call;
  status: Saving["state"];
  savedAt: Date;
  refusal?: Refusal;
  theirs?: Call;
}

/** Sends what was changed, and says what came of it. */
async function send(base: Call, mine: Call): Promise<Partial<State>> {
  const paths = changedFields(base, mine);
  try {
    const saved = await client.updateCall({ call: { ...mine, etag: base.etag }, updateMask: { paths } });
    return { base: saved, status: "saved", savedAt: new Date(), refusal: undefined };
  } catch (error) {
    const refusal = toRefusal(error);
    if (refusal.reason === "ETAG_MISMATCH") {
      return { theirs: await client.getCall({ name: mine.name }), status: "unsaved", refusal: undefined };
    }
    return { refusal, status: isPassing(refusal) ? "waiting" : "failed" };
  }
}

/** A draft of a call that saves itself: one writer, and never over what another officer has saved meanwhile. */
export function useCallDraft(server: Call): Draft {
  const queries = useQueryClient();
  const [state, setState] = useState<State>(() => ({ base: server, mine: server, status: "saved", savedAt: new Date() }));
  const latest = useRef(state);
  const busy = useRef<Promise<boolean> | undefined>(undefined);
  const put = useCallback((changes: Partial<State>) => {
    latest.current = { ...latest.current, ...changes };
    setState(latest.current);
  }, []);

  const save = useCallback(async (): Promise<boolean> => {
    const { base, mine, theirs } = latest.current;
    if (theirs) return false;
    if (changedFields(base, mine).length === 0) {
      put({ status: "saved", refusal: undefined });
      return true;
    }
    put({ status: "saving" });
    const outcome = await send(base, mine);
    const typed = latest.current.mine; // perhaps more by now
    put(outcome.base ? { ...outcome, mine: reapplied(mine, typed, outcome.base) } : outcome);
    if (!outcome.base) return false;
    return changedFields(outcome.base, latest.current.mine).length === 0 || save();
  }, [put]);
  const flush = useCallback(() => {
    busy.current ??= save().finally(() => (busy.current = undefined));
    return busy.current;
  }, [save]);

  const change = useCallback(
    (changes: Partial<Call>) => put({ mine: { ...latest.current.mine, ...changes }, status: "unsaved" }),
    [put],
  );
  const resolve = useCallback(
    (how: "reload" | "reapply") => {
      const { base, mine, theirs } = latest.current;
      if (!theirs) return;
      const next = how === "reload" ? theirs : reapplied(base, mine, theirs);
      put({ base: theirs, mine: next, theirs: undefined, status: how === "reload" ? "saved" : "unsaved" });
    },
    [put],
  );

  useEffect(() => {
    if (state.status !== "unsaved" && state.status !== "waiting") return undefined;
    const timer = setTimeout(() => void flush(), state.status === "waiting" ? againMs : pauseMs);
    return () => clearTimeout(timer);
  }, [state.status, state.mine, flush]);
  useEffect(() => {
    const { base, mine, status } = latest.current;
    if (status === "saved" && server.etag !== base.etag && base === mine) put({ base: server, mine: server });
  }, [server, put]);
  useEffect(() => () => void flush().then(() => queries.invalidateQueries()), [flush, queries]);

  const { mine, base, theirs, status, savedAt, refusal } = state;
  return { call: mine, change, status, savedAt, refusal, theirs, base, resolve, flush };
}
