import { useTranslation } from "react-i18next";
import { compareHeader } from "./csv";
import { type Kind, kinds } from "./kinds";

/** Columns that are missing or that nobody knows, told before the server is asked. */
export function HeaderProblems({ header, kind }: { header: string[]; kind: Kind }) {
  const { t } = useTranslation("imports");
  const { missing, unknown } = compareHeader(header, kinds[kind].columns, kinds[kind].optional);
  if (missing.length + unknown.length === 0) return null;
  return (
    <ul role="alert">
      {missing.length > 0 && <li>{t("missing", { columns: missing.join(", ") })}</li>}
      {unknown.length > 0 && <li>{t("unknown", { columns: unknown.join(", ") })}</li>}
    </ul>
  );
}
