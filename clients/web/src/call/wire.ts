/** A call as a public page reads it: protobuf's JSON form, where what is empty is left out. */
export interface PublicCall {
  name: string;
  title: string;
  year?: number;
  guideline?: string;
  state: string; // redpeak.calls.v1.Call.State, e.g. OPEN
  opensAt?: string;
  closesAt?: string;
  categories?: { code: string; displayName: string; ceilingFen?: string }[];
  criteria?: {
    code: string;
    displayName: string;
    weight: number;
    pointsMin?: number;
    pointsMax?: number;
    anchors?: { points?: number; text: string }[];
  }[];
  attachmentSlots?: { code: string; displayName: string; required?: boolean; shownToExperts?: boolean }[];
  endorsementRequired?: boolean;
  blindness?: string;
  leaderQuota?: number;
  fundedCount?: number;
  budgetFen?: string;
  noticeDays?: number;
  noticeDayKind?: string;
  extensions?: { from?: string; to?: string; reason?: string }[];
}

export const listCallsMethod = "redpeak.calls.v1.CallsService/ListCalls";
export const getCallMethod = "redpeak.calls.v1.CallsService/GetCall";

export interface CallList {
  calls?: PublicCall[];
  nextPageToken?: string;
}

/** What a visitor looks for: what can be applied to, what soon can, and what is over. */
export interface CallGroups {
  open: PublicCall[];
  coming: PublicCall[];
  past: PublicCall[];
}

const time = (moment: string | undefined) => (moment ? Date.parse(moment) : 0);

/** Open ones by what closes first, coming ones by what opens first, past ones newest first. */
export function groupCalls(calls: readonly PublicCall[]): CallGroups {
  const open = calls.filter(({ state }) => state === "OPEN");
  const coming = calls.filter(({ state }) => state === "PUBLISHED");
  const past = calls.filter((call) => !open.includes(call) && !coming.includes(call));
  return {
    open: open.sort((one, other) => time(one.closesAt) - time(other.closesAt)),
    coming: coming.sort((one, other) => time(one.opensAt) - time(other.opensAt)),
    past: past.sort((one, other) => time(other.closesAt) - time(one.closesAt)),
  };
}
