import { useTranslation } from "react-i18next";
import { useLanguage } from "@/i18n/useLanguage";
import { formatWan } from "./wan";

/** A sum with its unit, "2.5 万元". `bare`: without it, for columns whose header names it (`ui:money.unit`). */
export function Money({ fen, bare = false }: { fen: bigint | number | string; bare?: boolean }) {
  const { t } = useTranslation("ui");
  const amount = formatWan(fen, useLanguage());
  return <span className="code number">{bare ? amount : t("money.amount", { amount })}</span>;
}
