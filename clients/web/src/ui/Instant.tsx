import { useSyncExternalStore } from "react";
import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/useLanguage";
import { dateOf, formatDay, formatDistance, formatMoment, type Moment } from "./time";
import styles from "./Instant.module.css";

const tickMs = 30_000;
const soonMs = 3 * 86_400_000;
let now = new Date();
function subscribe(tell: () => void): () => void {
  const timer = setInterval(() => {
    now = new Date();
    tell();
  }, tickMs);
  return () => clearInterval(timer);
}
/** The present, anew every half minute. */
export function useNow(): Date {
  return useSyncExternalStore(subscribe, () => now);
}

/** A time in the user's zone. Nothing where there is none. */
export function Instant({ at, form = "minute" }: { at: Moment | undefined; form?: "day" | "minute" }) {
  const language = useLanguage();
  if (!at) return null;
  return <time dateTime={dateOf(at).toISOString()}>{formatMoment(at, language, form)}</time>;
}

/** A day written YYYY-MM-DD. */
export function Day({ of }: { of: string }) {
  const language = useLanguage();
  return of ? <time dateTime={of}>{formatDay(of, language)}</time> : null;
}

/** A time by which something is to be done, and how long that is from now; it stands out when near. */
export function Deadline({ at }: { at: Moment | undefined }) {
  const { t } = useTranslation("ui");
  const language = useLanguage();
  const present = useNow();
  if (!at) return null;
  const left = dateOf(at).getTime() - present.getTime();
  const tone = left > 0 && left < soonMs ? styles.soon : "quiet";
  return (
    <span>
      <Instant at={at} />{" "}
      <span className={tone}>
        {left > 0
          ? t("deadline.left", { distance: formatDistance(at, present, language) })
          : t("deadline.passed")}
      </span>
    </span>
  );
}
