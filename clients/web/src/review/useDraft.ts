import { createClient } from "@connectrpc/connect";
import { createConnectQueryKey } from "@connectrpc/connect-query";
import { del, get, set } from "idb-keyval";
import { useEffect, useState, useSyncExternalStore } from "react";
import { queryClient } from "@/api/queries";
import { transport } from "@/api/transport";
import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import type { Review } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { DraftWriter } from "./DraftWriter";
import { contentOf, type Draft, draftOf, isSame } from "./scoring";

interface Kept {
  draft: Draft;
  etag: string;
}
const client = createClient(ReviewService, transport);
const keptName = (review: string) => `review:${review}`; // emptied at sign-out, with the whole store

/** What the pages show of a review, from now on. */
export function noteReview(review: Review): void {
  const key = createConnectQueryKey({
    schema: ReviewService.method.getReview,
    input: { name: review.name },
    transport,
    cardinality: "finite",
  });
  queryClient.setQueryData(key, review);
}

function makeWriter(review: Review, criteria: readonly Criterion[]): DraftWriter<Draft> {
  const { name } = review;
  return new DraftWriter(draftOf(review), review.etag, {
    send: async (draft, etag) => {
      const saved = await client.updateReview({ review: { name, etag, ...contentOf(criteria, draft) } });
      noteReview(saved);
      return saved.etag;
    },
    read: async () => {
      const there = await client.getReview({ name });
      noteReview(there);
      return { draft: draftOf(there), etag: there.etag };
    },
    same: (one, other) => isSame(criteria, one, other),
    keep: (kept) => void (kept ? set(keptName(name), kept) : del(keptName(name))).catch(() => undefined),
  });
}

// A writer outlives its page until the server has everything, so that coming back finds what was typed.
const writers = new Map<string, DraftWriter<Draft>>();

function writerOf(review: Review, criteria: readonly Criterion[]): DraftWriter<Draft> {
  const known = writers.get(review.name);
  if (known) return known;
  const made = makeWriter(review, criteria);
  writers.set(review.name, made);
  return made;
}

const inUse = new Set<DraftWriter<Draft>>();

async function leave(name: string, writer: DraftWriter<Draft>): Promise<void> {
  inUse.delete(writer);
  if ((await writer.flush()) && !inUse.has(writer) && writers.get(name) === writer) writers.delete(name);
}

/** The draft of a review, which saves itself. `review` is what it begins with. */
export function useDraft(review: Review, criteria: readonly Criterion[]): DraftWriter<Draft> {
  const [writer] = useState(() => writerOf(review, criteria));
  useSyncExternalStore(writer.subscribe, () => writer.state);
  useEffect(() => {
    inUse.add(writer);
    writers.set(review.name, writer);
    // What a closed tab or a lost connection left on this device goes on from there.
    void get<Kept>(keptName(review.name)).then((kept) => {
      if (kept && writer.isSaved && !isSame(criteria, kept.draft, writer.draft)) writer.restore(kept.draft, kept.etag);
    }, () => undefined);
    const again = () => void writer.flush();
    window.addEventListener("online", again);
    window.addEventListener("pagehide", again);
    return () => {
      window.removeEventListener("online", again);
      window.removeEventListener("pagehide", again);
      void leave(review.name, writer);
    };
  }, [writer, review.name, criteria]);
  return writer;
}
