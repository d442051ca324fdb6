import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { useShortcut } from "@/ui/shortcuts";
import { neighbours } from "./order";
import { useMyReviews } from "./queries";

/** Where this review stands among one's own, and the ways to those beside it. */
export function Neighbours({ name }: { name: string }) {
  const { t } = useTranslation("review");
  const go = useGo();
  const { at, count, previous, next } = neighbours(useMyReviews(), name);
  const open = (review: string | undefined) => review && go(addressOf(review));
  useShortcut("Alt+PageUp", t("keys.previous"), () => open(previous));
  useShortcut("Alt+PageDown", t("keys.next"), () => open(next));
  if (at < 0 || count < 2) return null;
  const link = (review: string | undefined, label: string) =>
    review ? (
      <Link to={addressOf(review)} className="button compact">
        {label}
      </Link>
    ) : (
      <span className="button compact" aria-disabled="true">
        {label}
      </span>
    );
  return (
    <nav className="row" aria-label={t("neighbours.label")}>
      {link(previous, t("neighbours.previous"))}
      <span className="number quiet small">{t("ui:progress", { done: at + 1, total: count })}</span>
      {link(next, t("neighbours.next"))}
    </nav>
  );
}
