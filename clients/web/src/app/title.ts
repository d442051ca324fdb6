import { useEffect } from "react";
import { useTranslation } from "react-i18next";

/** Puts a title on the window, with the system's name after it. */
export function useDocumentTitle(title: string): void {
  const { t } = useTranslation("ui");
  const brand = t("brand");
  useEffect(() => {
    document.title = title ? `${title} · ${brand}` : brand;
  }, [title, brand]);
}
