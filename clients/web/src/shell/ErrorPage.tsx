import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { toRefusal } from "@/api/refusal";
import { useDocumentTitle } from "@/app/title";
import { Notice } from "./Notice";
import { NotFoundPage } from "./NotFoundPage";
import { NotPermittedPage } from "./NotPermittedPage";

// A page of an older build asks for files that the newer one no longer has.
const isOldBuild = (error: unknown) =>
  error instanceof TypeError && /dynamically imported module|module script/i.test(error.message);

/** What stands in place of a page that failed. */
export function ErrorPage({ error, reset }: { error: unknown; reset: () => void }) {
  const { t } = useTranslation("ui");
  const refusal = toRefusal(error);
  useDocumentTitle(t("failed.title"));
  if (refusal.code === "not_found") return <NotFoundPage />;
  if (refusal.code === "permission_denied") return <NotPermittedPage />;
  const again = isOldBuild(error) ? () => location.reload() : reset;
  return (
    <Notice title={t("failed.title")} text={isOldBuild(error) ? t("failed.newer") : explain(refusal, t)}>
      <button type="button" className="button primary" onClick={again}>
        {t("again")}
      </button>
    </Notice>
  );
}
