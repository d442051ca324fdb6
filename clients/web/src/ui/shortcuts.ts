import { useEffect, useRef } from "react";

interface Shortcut {
  keys: string; // "/", "?", "j", "Alt+ArrowDown"
  label: string;
  act: (event: KeyboardEvent) => void;
}
const shortcuts = new Set<Shortcut>();

/** The shortcuts of what is on the page, for the list of them. */
export function currentShortcuts(): { keys: string; label: string }[] {
  return [...shortcuts].map(({ keys, label }) => ({ keys, label }));
}

function isTyping(target: EventTarget | null): boolean {
  if (!(target instanceof HTMLElement)) return false;
  if (target instanceof HTMLInputElement) return !["checkbox", "radio", "button", "submit"].includes(target.type);
  return target.isContentEditable || target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement;
}

/** The keys of an event as shortcuts name them. */
export function keysOf(event: { key: string; altKey: boolean; ctrlKey: boolean; metaKey: boolean }): string {
  return [event.ctrlKey && "Ctrl", event.altKey && "Alt", event.metaKey && "Meta", event.key].filter(Boolean).join("+");
}

function onKey(event: KeyboardEvent): void {
  const keys = keysOf(event);
  const bare = !keys.includes("+") || keys === "+";
  if (event.defaultPrevented || (bare && isTyping(event.target))) return;
  if (bare && document.querySelector("dialog[open]")) return;
  const shortcut = [...shortcuts].findLast((one) => one.keys === keys);
  if (!shortcut) return;
  event.preventDefault();
  shortcut.act(event);
}

/** Binds keys while the part is on the page; single keys do nothing while somebody types. The newest wins. */
export function useShortcut(keys: string, label: string, act: (event: KeyboardEvent) => void): void {
  const latest = useRef(act);
  useEffect(() => void (latest.current = act));
  useEffect(() => {
    const shortcut: Shortcut = { keys, label, act: (event) => latest.current(event) };
    if (shortcuts.size === 0) document.addEventListener("keydown", onKey);
    shortcuts.add(shortcut);
    return () => {
      shortcuts.delete(shortcut);
      if (shortcuts.size === 0) document.removeEventListener("keydown", onKey);
    };
  }, [keys, label]);
}
