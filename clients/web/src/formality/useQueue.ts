import { createClient } from "@connectrpc/connect";
import { useQuery } from "@connectrpc/connect-query";
import { useQueryClient } from "@tanstack/react-query";
import { useCallback, useEffect, useRef, useState } from "react";
import { type Refusal, toRefusal } from "@/api/refusal";
import { transport } from "@/api/transport";
import { useServerNow } from "@/callDesk/useCall";
import { type Submission, Submission_State as State } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { nextAfter, waitingOf } from "./queue";

export const client = createClient(SubmissionsService, transport);
const rowsMax = 1000;

/** All that waited when the page opened. undefined: being read. */
export function useWaiting(call: string): Submission[] | undefined {
  const now = useServerNow();
  const kept = useRef<Submission[]>(undefined);
  const read = (state: State) => ({ call, state, pageSize: rowsMax });
  const { listSubmissions } = SubmissionsService.method;
  const fresh = { staleTime: 0, refetchOnWindowFocus: false } as const;
  const sent = useQuery(listSubmissions, read(State.SUBMITTED), fresh);
  const endorsed = useQuery(listSubmissions, read(State.ENDORSED), fresh);
  const returned = useQuery(listSubmissions, read(State.RETURNED), fresh);
  const lists = [sent, endorsed, returned];
  if (!kept.current && lists.every((list) => list.data && !list.isFetching)) {
    kept.current = waitingOf(lists.flatMap((list) => list.data?.submissions ?? []), now);
  }
  return kept.current;
}

export interface Queue {
  names: string[];
  done: ReadonlySet<string>;
  at: string;
  submission: Submission | undefined;
  refusal: Refusal | undefined;
  pending: boolean;
  go: (name: string) => void;
  skip: (by: 1 | -1) => void;
  /** Does something to the submission at hand. `leaves`: it is decided then, and the next one comes. */
  act: (deed: (submission: Submission) => Promise<Submission>, leaves: boolean) => Promise<void>;
}

/** The check of one after another: the next one is checked by the server while this one is looked at. */
export function useQueue(waiting: Submission[], at: string, go: (name: string) => void): Queue {
  const queries = useQueryClient();
  const names = waiting.map((one) => one.name);
  const checks = useRef(new Map<string, Promise<Submission>>());
  const [done, setDone] = useState<ReadonlySet<string>>(new Set());
  const [state, setState] = useState<{ submission?: Submission; refusal?: Refusal; pending: boolean }>({ pending: false });
  const check = useCallback((name: string) => {
    const known = checks.current.get(name) ?? client.checkFormality({ name });
    checks.current.set(name, known);
    known.catch(() => checks.current.delete(name)); // it may be asked again
    return known;
  }, []);
  const next = nextAfter(names, done, at);

  useEffect(() => {
    if (!at) return undefined;
    let gone = false;
    setState({ pending: false });
    check(at).then(
      (submission) => {
        if (gone) return;
        setState({ submission, pending: false });
        if (next && next !== at) void check(next).catch(() => undefined);
      },
      (error: unknown) => gone || setState({ refusal: toRefusal(error), pending: false }),
    );
    return () => void (gone = true);
    // `next` changes with each decision; the check of it needs no new start.
    // eslint-disable-next-line react-hooks/exhaustive-deps
  }, [at, check]);
  useEffect(() => () => void queries.invalidateQueries(), [queries]);

  const act: Queue["act"] = async (deed, leaves) => {
    if (!state.submission || state.pending) return;
    setState({ ...state, pending: true, refusal: undefined });
    try {
      const submission = await deed(state.submission);
      checks.current.set(submission.name, Promise.resolve(submission));
      setState({ submission, pending: false });
      if (!leaves) return;
      setDone((before) => new Set(before).add(at));
      go(nextAfter(names, new Set(done).add(at), at));
    } catch (error) {
      const newest = await client.getSubmission({ name: at }).catch(() => state.submission);
      if (newest) checks.current.set(at, Promise.resolve(newest));
      setState({ submission: newest, refusal: toRefusal(error), pending: false });
    }
  };
  const skip = (by: 1 | -1) => {
    const order = by === 1 ? names : names.toReversed();
    const found = nextAfter(order, done, at);
    if (found) go(found);
  };
  return { names, done, at, go, skip, act, ...state } as Queue;
}
