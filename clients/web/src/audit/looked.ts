import { createClient } from "@connectrpc/connect";
import { useQuery } from "@tanstack/react-query";
import { transport } from "@/api/transport";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import { IdentityService } from "@/gen/redpeak/identity/v1/identity_service_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";

const freshMs = 10 * 60_000;
const gatherMs = 20;
const namesMax = 1000;

type Texts = Record<string, string>;
const calls = createClient(CallsService, transport);
const identity = createClient(IdentityService, transport);
const submissions = createClient(SubmissionsService, transport);

const lookUps: Record<string, (names: string[]) => Promise<Texts>> = {
  calls: async (names) => (await calls.lookUpTitles({ names })).titles,
  submissions: async (names) => (await submissions.lookUpTitles({ names })).titles,
};
const lookUpNames = async (names: string[]) => (await identity.lookUpNames({ names })).displayNames;

interface Batch {
  names: Set<string>;
  answer: Promise<Texts>;
}
const batches = new Map<string, Batch>();

// What a page asks for at once is asked of the server once.
function gather(collection: string): Batch {
  const names = new Set<string>();
  const answer = new Promise((resolve) => setTimeout(resolve, gatherMs)).then(() => {
    batches.delete(collection);
    return (lookUps[collection] ?? lookUpNames)([...names]);
  });
  const batch = { names, answer };
  batches.set(collection, batch);
  return batch;
}

async function lookUp(name: string): Promise<string> {
  const [collection = ""] = name.split("/");
  const group = lookUps[collection] ? collection : "names";
  let batch = batches.get(group) ?? gather(group);
  if (batch.names.size >= namesMax) batch = gather(group);
  batch.names.add(name);
  return (await batch.answer)[name] ?? "";
}

const known = ["calls", "submissions", "people", "accounts", "organisations"];

/** The title or display name of a call, submission, person, account or organisation; "" where there is none to know. */
export function useLooked(name: string): string | undefined {
  const enabled = known.includes(name.split("/")[0] ?? "");
  const { data } = useQuery({ queryKey: ["looked", name], queryFn: () => lookUp(name), enabled, staleTime: freshMs, retry: false });
  return enabled ? data : "";
}
