/** An approved project as JSON has it: what is empty is not there, 64-bit numbers are text. */
export interface PublicAward {
  name: string;
  projectNumber: string;
  call: string;
  title: string;
  category?: string;
  leaderName?: string;
  unitName?: string;
  amountFen?: string;
  approveTime: string;
}
export interface AwardList {
  awards?: PublicAward[];
  nextPageToken?: string;
}
export interface DecidedCall {
  name: string;
  title: string;
  state: string;
  categories?: { code: string; displayName: string }[];
}
export interface CallList {
  calls?: DecidedCall[];
}

export const methods = {
  awards: "redpeak.approval.v1.ApprovalService/ListAwards",
  calls: "redpeak.calls.v1.CallsService/ListCalls",
};

/** Calls whose results are known, as the server has them: newest first. */
export function decided(calls: readonly DecidedCall[]): DecidedCall[] {
  return calls.filter(({ state }) => state === "DECIDED" || state === "ARCHIVED");
}

/** The awards that hold what was typed in any text that people know them by. */
export function findAwards(awards: readonly PublicAward[], typed: string): PublicAward[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const texts = ({ projectNumber, title, leaderName, unitName }: PublicAward) =>
    [projectNumber, title, leaderName, unitName].join("\n").toLocaleLowerCase();
  return awards.filter((award) => texts(award).includes(wanted));
}
