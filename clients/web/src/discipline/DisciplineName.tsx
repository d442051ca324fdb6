import { useTranslation } from "react-i18next";
import { firstLevelOf } from "./codes";

/** A discipline by its name, with its code where that is finer than the name. Pages list "discipline" in `texts`. */
export function DisciplineName({ code }: { code: string }) {
  const { t } = useTranslation("discipline");
  const first = firstLevelOf(code);
  if (!first) return code;
  return (
    <>
      {t(`name.${first}`)}
      {code !== first && <span className="code quiet"> {code}</span>}
    </>
  );
}
