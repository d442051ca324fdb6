import { useSyncExternalStore } from "react";

// Whether somebody signed in here, as a hint for public pages: the session itself is in a cookie that no script
// can read.
const hintKey = "redpeak.signed-in";

export function rememberSignedIn(signedIn: boolean): void {
  if (signedIn) localStorage.setItem(hintKey, "1");
  else localStorage.removeItem(hintKey);
}
export function wasSignedIn(): boolean {
  return localStorage.getItem(hintKey) !== null;
}

// Calls that met the end of the session wait here until the user has signed in again, and then go out anew: what
// was typed is not lost, and no page needs to know.
let waiting: Promise<boolean> | undefined;
let decide: ((signedIn: boolean) => void) | undefined;
let shellIsThere = false;
const listeners = new Set<() => void>();
const tell = () => listeners.forEach((listener) => listener());

/** Resolves when the user has signed in again (true) or will not (false). */
export function waitForSignIn(): Promise<boolean> {
  if (!shellIsThere) return Promise.resolve(false);
  waiting ??= new Promise<boolean>((resolve) => (decide = resolve));
  tell();
  return waiting;
}

export function sessionResumed(signedIn: boolean): void {
  decide?.(signedIn);
  waiting = decide = undefined;
  tell();
}

/** The shell says that it can ask for the password, once it knows who is here. */
export function setShellPresent(present: boolean): void {
  shellIsThere = present;
}

function subscribe(listener: () => void): () => void {
  listeners.add(listener);
  return () => void listeners.delete(listener);
}

/** Whether calls wait for the user to sign in again. */
export function useSessionEnded(): boolean {
  return useSyncExternalStore(subscribe, () => waiting !== undefined);
}
