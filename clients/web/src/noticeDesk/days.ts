// When a notice ends: days are those of Beijing, counted from the one after publication; the last is whole.

const hourMs = 3_600_000;
const dayMs = 24 * hourMs;
const aheadMs = 8 * hourMs;

export interface Special {
  date: string; // YYYY-MM-DD
  holiday: boolean; // else a weekend day that is worked
}

const dayText = (day: number) => new Date(day * dayMs).toISOString().slice(0, 10);

function isWorked(day: number, special: ReadonlyMap<string, boolean>): boolean {
  const holiday = special.get(dayText(day));
  if (holiday !== undefined) return !holiday;
  const weekday = new Date(day * dayMs).getUTCDay();
  return weekday !== 0 && weekday !== 6;
}

/** The instant at which a notice of so many days ends, if published now. */
export function endOfNotice(now: Date, days: number, working: boolean, specials: readonly Special[]): Date {
  const special = new Map(specials.map((one) => [one.date, one.holiday]));
  let day = Math.floor((now.getTime() + aheadMs) / dayMs);
  for (let left = days; left > 0; ) {
    day++;
    if (!working || isWorked(day, special)) left--;
  }
  return new Date((day + 1) * dayMs - aheadMs);
}
