import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useDocumentTitle } from "@/app/title";
import { Notice } from "./Notice";

export function NotFoundPage() {
  const { t } = useTranslation("ui");
  useDocumentTitle(t("notFound.title"));
  return (
    <Notice title={t("notFound.title")} text={t("notFound.text")}>
      <Link to="/" className="button primary">
        {t("home")}
      </Link>
    </Notice>
  );
}
