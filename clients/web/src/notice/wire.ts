// A public notice as JSON has it: what is empty is not there, 64-bit numbers are text.

export interface NoticeItem {
  position: number;
  number: string;
  title: string;
  unitName?: string;
  leaderName?: string;
  category?: string;
  amountFen?: string;
  projectNumber?: string;
}

export interface PublicNotice {
  name: string;
  call: string;
  title: string;
  state: "PUBLISHED" | "ENDED" | "CLOSED";
  publishTime: string;
  endTime: string;
  days?: number;
  dayKind?: string;
  items?: NoticeItem[];
  itemCount?: number;
}

export interface PublicCall {
  title?: string;
  categories?: { code: string; displayName: string }[];
}

export interface NoticeList {
  notices?: PublicNotice[];
  nextPageToken?: string;
}

const approval = "redpeak.approval.v1.ApprovalService";
export const methods = {
  list: `${approval}/ListNotices`,
  get: `${approval}/GetNotice`,
  object: `${approval}/FileObjection`,
  call: "redpeak.calls.v1.CallsService/GetCall",
};

/** Whether objections are still taken. */
export const isRunning = ({ state }: Pick<PublicNotice, "state">) => state === "PUBLISHED";

/** The items that hold what was typed in any text that people know them by. */
export function findItems(items: readonly NoticeItem[], typed: string): NoticeItem[] {
  const wanted = typed.trim().toLocaleLowerCase();
  const texts = ({ number, title, unitName, leaderName, projectNumber }: NoticeItem) =>
    [number, title, unitName, leaderName, projectNumber].join("\n").toLocaleLowerCase();
  return items.filter((item) => texts(item).includes(wanted));
}

/** What a list grants together, in fen. */
export function total(items: readonly Pick<NoticeItem, "amountFen">[]): bigint {
  return items.reduce((sum, item) => sum + BigInt(item.amountFen ?? "0"), 0n);
}
