import type { Language } from "@/i18n/i18n";

/** A time as a message has it (protobuf's Timestamp), as JSON has it, or as a Date. */
export type Moment = { seconds: bigint; nanos: number } | string | Date;

export function dateOf(moment: Moment): Date {
  if (moment instanceof Date) return moment;
  if (typeof moment === "string") return new Date(moment);
  return new Date(Number(moment.seconds) * 1000 + Math.floor(moment.nanos / 1e6));
}

/** Day, or day and time to the minute, in the user's zone. */
export function formatMoment(moment: Moment, language: Language, form: "day" | "minute" = "minute"): string {
  const time: Intl.DateTimeFormatOptions =
    form === "minute" ? { hour: "2-digit", minute: "2-digit", hour12: false } : {};
  const day: Intl.DateTimeFormatOptions = { year: "numeric", month: language === "en" ? "short" : "long", day: "numeric" };
  return new Intl.DateTimeFormat(language === "en" ? "en-GB" : "zh-CN", { ...day, ...time }).format(dateOf(moment));
}

/** A day that is written YYYY-MM-DD, which has no zone. */
export function formatDay(day: string, language: Language): string {
  const [year = 0, month = 1, date = 1] = day.split("-").map(Number);
  return formatMoment(new Date(year, month - 1, date), language, "day");
}

const units: [Intl.RelativeTimeFormatUnit, number][] = [
  ["day", 86_400_000],
  ["hour", 3_600_000],
  ["minute", 60_000],
];

/** How far off a moment is, in whole units that have passed or remain: "3天后", "2 hours ago". */
export function formatDistance(moment: Moment, now: Date, language: Language): string {
  const ms = dateOf(moment).getTime() - now.getTime();
  const [unit, size] = units.find(([, one]) => Math.abs(ms) >= one) ?? ["minute", 60_000];
  const format = new Intl.RelativeTimeFormat(language, { numeric: "always" });
  return format.format(Math.trunc(ms / size), unit);
}
