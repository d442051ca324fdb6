import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import type { PlainAnswer } from "@/api/usePlain";
import { EmptyState } from "./EmptyState";
import { Waiting } from "./Waiting";

/** In place of what usePlain has not read: grey lines, or why it cannot be read. Nothing once it is there. */
export function PlainWaiting({ read }: { read: PlainAnswer<unknown> }) {
  const { t } = useTranslation(["ui", "errors"]);
  if (read.answer) return null;
  if (!read.refusal) return <Waiting lines={6} />;
  const again = (
    <button type="button" className="button" onClick={read.again}>
      {t("again")}
    </button>
  );
  return <EmptyState title={explain(read.refusal, t)} action={again} />;
}
