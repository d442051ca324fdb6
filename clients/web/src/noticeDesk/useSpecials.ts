import { useQuery } from "@connectrpc/connect-query";
import { SpecialDay_Kind } from "@/gen/redpeak/approval/v1/approval_pb";
import { ApprovalService } from "@/gen/redpeak/approval/v1/approval_service_pb";
import type { Special } from "./days";

/** The special days of a year and the one after; `known`: whether both tables were set. */
export function useSpecials(year: number): { specials: Special[]; known: boolean[] } {
  const { listSpecialDays } = ApprovalService.method;
  const lists = [useQuery(listSpecialDays, { year }), useQuery(listSpecialDays, { year: year + 1 })];
  const days = lists.flatMap((list) => list.data?.days ?? []);
  return {
    specials: days.map(({ date, kind }) => ({ date, holiday: kind === SpecialDay_Kind.HOLIDAY })),
    known: lists.map((list) => list.data?.known ?? true),
  };
}
