import { create } from "@bufbuild/protobuf";
import { createClient } from "@connectrpc/connect";
import { createConnectQueryKey } from "@connectrpc/connect-query";
import { del, get, set } from "idb-keyval";
import { queryClient } from "@/api/queries";
import { toRefusal } from "@/api/refusal";
import { transport } from "@/api/transport";
import { type Submission, SubmissionSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { checkDraft } from "./complete";
import type { Kept, Saved, WriterIo } from "./DraftWriter";
import { fieldsOf, keyOfPath, keysOf, paths } from "./fields";

const submissions = createClient(SubmissionsService, transport);

/** Puts a newer version where every page reads it. */
export function shareSubmission(submission: Submission): void {
  const input = { name: submission.name };
  const key = createConnectQueryKey({ schema: SubmissionsService.method.getSubmission, input, transport, cardinality: "finite" });
  queryClient.setQueryData(key, submission);
}

function savedOf(submission: Submission): Saved {
  shareSubmission(submission);
  return { etag: submission.etag, fields: fieldsOf(submission) };
}

// What this device keeps belongs to the account; signing out clears it all.
const storeKey = (account: string, name: string) => `draft:${account}:${name}`;

/** What this device kept of a draft; a store that cannot be read has nothing. */
export function readKept(account: string, name: string): Promise<Kept | undefined> {
  return get<Kept>(storeKey(account, name)).catch(() => undefined);
}
export function forgetKept(account: string, name: string): Promise<void> {
  return del(storeKey(account, name)).catch(() => undefined);
}

/** How the writer of a draft reaches the server, this device and the clock. */
export function draftIo(account: string, name: string): WriterIo {
  return {
    send: async (etag, changes) => {
      const updateMask = { paths: keysOf(changes).map((key) => paths[key]) };
      const submission = create(SubmissionSchema, { name, etag, ...changes });
      return savedOf(await submissions.updateSubmission({ submission, updateMask }));
    },
    read: async () => savedOf(await submissions.getSubmission({ name })),
    keep: (kept) => {
      const done = kept ? set(storeKey(account, name), kept) : del(storeKey(account, name));
      done.catch(() => undefined); // without a store there is still the server
    },
    wrong: (fields) => new Set(checkDraft(fields).flatMap(({ field }) => keyOfPath(field) ?? [])),
    refusalOf: toRefusal,
    later: (act, ms) => {
      const timer = setTimeout(act, ms);
      return () => clearTimeout(timer);
    },
    isOnline: () => navigator.onLine,
    now: () => new Date(),
  };
}
