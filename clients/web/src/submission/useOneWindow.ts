import { useEffect, useState } from "react";

/** Whether this window is the only one that writes here; another must be closed first. */
export function useOneWindow(name: string): boolean {
  const [holds, setHolds] = useState(!("locks" in navigator));
  useEffect(() => {
    if (!("locks" in navigator)) return undefined;
    const controller = new AbortController();
    let release: () => void = () => undefined;
    const held = new Promise<void>((resolve) => (release = resolve));
    navigator.locks
      .request(`write:${name}`, { signal: controller.signal }, () => {
        setHolds(true);
        return held;
      })
      .catch(() => undefined);
    return () => {
      controller.abort();
      release();
    };
  }, [name]);
  return holds;
}
