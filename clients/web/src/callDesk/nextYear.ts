import { timestampDate, timestampFromDate, type Timestamp } from "@bufbuild/protobuf/wkt";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";

function later(at: Timestamp | undefined, years: number): Timestamp | undefined {
  if (!at) return undefined;
  const date = timestampDate(at);
  date.setFullYear(date.getFullYear() + years);
  return timestampFromDate(date);
}

/** What of an earlier call is another a year later: its times, and the year wherever a text names it. */
export function ofYear(source: Call, year: number): Partial<Call> {
  const years = year - source.year;
  const renamed = (text: string) => text.replaceAll(String(source.year), String(year));
  return {
    year,
    title: renamed(source.title),
    guideline: renamed(source.guideline),
    numberPrefix: renamed(source.numberPrefix),
    opensAt: later(source.opensAt, years),
    closesAt: later(source.closesAt, years),
    reviewDue: later(source.reviewDue, years),
  };
}
