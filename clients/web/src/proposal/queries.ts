import { createClient } from "@connectrpc/connect";
import { useSuspenseQuery as useSuspenseCall } from "@connectrpc/connect-query";
import { useSuspenseQuery } from "@tanstack/react-query";
import { toRefusal } from "@/api/refusal";
import { transport } from "@/api/transport";
import { type Proposal, type ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { CallsService } from "@/gen/redpeak/calls/v1/calls_service_pb";
import type { RankedSubmission } from "@/gen/redpeak/review/v1/review_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";

const approval = createClient(ApprovalService, transport);
const calls = createClient(CallsService, transport);
const review = createClient(ReviewService, transport);

const pageMax = 1000;
const callFreshMs = 5 * 60_000;

interface Page<Row> {
  rows: Row[];
  nextPageToken: string;
}

async function readAll<Row>(readPage: (pageToken: string) => Promise<Page<Row>>): Promise<Row[]> {
  const all: Row[] = [];
  for (let token: string | undefined; token !== ""; ) {
    const page = await readPage(token ?? "");
    all.push(...page.rows);
    token = page.nextPageToken;
  }
  return all;
}

export function useProposal(name: string): Proposal {
  return useSuspenseCall(ApprovalService.method.getProposal, { name }).data;
}

export function useCall(name: string): Call {
  return useSuspenseCall(CallsService.method.getCall, { name }, { staleTime: callFreshMs }).data;
}

/** All items of a proposal, by rank. */
export function useItems(parent: string): ProposalItem[] {
  return useSuspenseQuery({
    queryKey: ["proposal items", parent],
    queryFn: () =>
      readAll(async (pageToken) => {
        const { items, nextPageToken } = await approval.listProposalItems({ parent, pageSize: pageMax, pageToken });
        return { rows: items, nextPageToken };
      }),
  }).data;
}

/** A call's ranking, best first, and whether it is final. */
export function useRanking(call: string): { rows: RankedSubmission[]; closed: boolean } {
  return useSuspenseQuery({
    queryKey: ["ranking", call],
    queryFn: async () => {
      let closed = false;
      const rows = await readAll(async (pageToken) => {
        const page = await review.listRanking({ call, pageSize: pageMax, pageToken });
        closed = page.closed;
        return { rows: page.submissions, nextPageToken: page.nextPageToken };
      });
      return { rows, closed };
    },
  }).data;
}

export interface CallProposals {
  call: Call;
  proposals: Proposal[]; // newest first
}

const withReview = [Call_State.IN_REVIEW, Call_State.DECIDED];

// Another office's call is told as not found.
async function proposalsOf(call: Call): Promise<CallProposals | undefined> {
  try {
    return { call, proposals: (await approval.listProposals({ call: call.name })).proposals };
  } catch (error) {
    if (["not_found", "permission_denied"].includes(toRefusal(error).code)) return undefined;
    throw error;
  }
}

/** The calls that have come to a review and are the user's, with their proposals. */
export const allProposals = {
  queryKey: ["proposals of all calls"],
  queryFn: async (): Promise<CallProposals[]> => {
    const lists = await Promise.all(
      withReview.map((state) =>
        readAll(async (pageToken) => {
          const page = await calls.listCalls({ state, pageSize: pageMax, pageToken });
          return { rows: page.calls, nextPageToken: page.nextPageToken };
        }),
      ),
    );
    const found = await Promise.all(lists.flat().map(proposalsOf));
    return found.filter((one) => one !== undefined);
  },
};

export function useAllProposals(): CallProposals[] {
  return useSuspenseQuery(allProposals).data;
}

