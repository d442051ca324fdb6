import { useSyncExternalStore } from "react";

export type ThemeChoice = "light" | "dark" | "system";
const storageKey = "redpeak.theme";
const system = () => window.matchMedia("(prefers-color-scheme: dark)");
const listeners = new Set<() => void>();

export function themeChoice(): ThemeChoice {
  const chosen = localStorage.getItem(storageKey);
  return chosen === "light" || chosen === "dark" ? chosen : "system";
}

function resolved(): "light" | "dark" {
  const choice = themeChoice();
  if (choice !== "system") return choice;
  return system().matches ? "dark" : "light";
}

function apply(): void {
  document.documentElement.dataset.theme = resolved();
  listeners.forEach((listener) => listener());
}

export function chooseTheme(choice: ThemeChoice): void {
  localStorage.setItem(storageKey, choice);
  apply();
}

/** Puts the theme on the page, and follows the system's while that is the choice. */
export function startTheme(): void {
  apply();
  system().addEventListener("change", apply);
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** The theme that is on the page. */
export function useTheme(): "light" | "dark" {
  return useSyncExternalStore(subscribe, resolved);
}
export function useThemeChoice(): ThemeChoice {
  return useSyncExternalStore(subscribe, themeChoice);
}
