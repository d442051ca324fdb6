import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import { useDocumentTitle } from "@/app/title";
import { Notice } from "./Notice";

export function NotPermittedPage() {
  const { t } = useTranslation("ui");
  useDocumentTitle(t("notPermitted.title"));
  return (
    <Notice title={t("notPermitted.title")} text={t("notPermitted.text")}>
      <Link to="/" className="button primary">
        {t("home")}
      </Link>
    </Notice>
  );
}
