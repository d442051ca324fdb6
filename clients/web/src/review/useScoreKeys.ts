import { type RefObject, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import type { Criterion } from "@/gen/redpeak/calls/v1/call_pb";
import { useShortcut } from "@/ui/shortcuts";
import { neighbourOf, pressDigit } from "./keyboard";

type Form = RefObject<HTMLFormElement | null>;

function fieldOf(form: Form, code: string): HTMLElement | null {
  return form.current?.querySelector<HTMLElement>(`[data-criterion="${CSS.escape(code)}"]`) ?? null;
}

/** The criterion that has the focus; "" where none has. */
function current(form: Form): string {
  const field = document.activeElement?.closest<HTMLElement>("[data-criterion]");
  return field && form.current?.contains(field) ? (field.dataset.criterion ?? "") : "";
}

function focusOn(form: Form, code: string): void {
  const field = fieldOf(form, code);
  const input = field?.querySelector<HTMLElement>("[data-points], input:checked") ?? field?.querySelector<HTMLElement>("input");
  field?.scrollIntoView({ block: "nearest" });
  input?.focus();
}

const typing = "textarea, select, [contenteditable], input:not([type=radio]):not([type=checkbox])";

/** Calls `press` for a digit that nobody types into a text box. */
function useDigits(press: (event: KeyboardEvent) => void): void {
  const latest = useRef(press);
  useEffect(() => void (latest.current = press));
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const bare = !event.ctrlKey && !event.altKey && !event.metaKey && /^[0-9]$/.test(event.key);
      if (!bare || event.defaultPrevented || document.querySelector("dialog[open], [popover]:popover-open")) return;
      if (event.target instanceof Element && event.target.matches(typing)) return;
      event.preventDefault();
      latest.current(event);
    };
    document.addEventListener("keydown", onKey);
    return () => document.removeEventListener("keydown", onKey);
  }, []);
}

/** Alt+↑ and Alt+↓ go from criterion to criterion; a digit outside of a text box gives points. */
export function useScoreKeys(form: Form, criteria: readonly Criterion[], setPoints: (code: string, points: string) => void): void {
  const { t } = useTranslation("review");
  const codes = criteria.map(({ code }) => code);
  const move = (step: 1 | -1) => {
    const code = neighbourOf(codes, current(form), step);
    if (code) focusOn(form, code);
  };
  const press = (event: KeyboardEvent) => {
    const criterion = criteria.find(({ code }) => code === (current(form) || codes[0]));
    const act = criterion && pressDigit(criterion, Number(event.key));
    if (!act) return;
    setPoints(criterion.code, "choose" in act ? String(act.choose) : act.type);
    focusOn(form, criterion.code);
  };
  useShortcut("Alt+ArrowUp", t("keys.up"), () => move(-1));
  useShortcut("Alt+ArrowDown", t("keys.down"), () => move(1));
  useShortcut("0 … 9", t("keys.digit"), () => undefined); // for the list of keys
  useDigits(press);
}
