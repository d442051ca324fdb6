import { timestampFromDate } from "@bufbuild/protobuf/wkt";

function instantOf(day: string, later: number) {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(day);
  if (!match) return undefined;
  const [, year, month, date] = match.map(Number);
  return timestampFromDate(new Date(year ?? 0, (month ?? 1) - 1, (date ?? 1) + later));
}

/** When a day YYYY-MM-DD begins in the user's zone; undefined where it is no day. */
export const dayStart = (day: string) => instantOf(day, 0);
/** When it has ended. */
export const dayEnd = (day: string) => instantOf(day, 1);
