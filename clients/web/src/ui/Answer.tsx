import { type ReactNode, useEffect } from "react";
import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { EmptyState } from "./EmptyState";
import { Waiting } from "./Waiting";

interface Query<Data> {
  data: Data | undefined;
  error: unknown;
  refetch: () => unknown;
}

/** What a query answered, drawn by `children`; lines while it is read, and why where it was refused. */
export function Answer<Data>({ of, children, lines }: { of: Query<Data>; children: (data: Data) => ReactNode; lines?: number }) {
  const { t } = useTranslation(["ui", "errors"]);
  if (of.data !== undefined) return children(of.data);
  if (!of.error) return <Waiting lines={lines} />;
  const again = (
    <button type="button" className="button" onClick={() => void of.refetch()}>
      {t("again")}
    </button>
  );
  return <EmptyState title={explain(toRefusal(of.error), t)} action={again} />;
}

/** Asks before the window is closed while something is not saved. */
export function useLeaveGuard(unsaved: boolean): void {
  useEffect(() => {
    if (!unsaved) return undefined;
    const ask = (event: BeforeUnloadEvent) => event.preventDefault();
    window.addEventListener("beforeunload", ask);
    return () => window.removeEventListener("beforeunload", ask);
  }, [unsaved]);
}
