import { type ReactNode, useState } from "react";
import { useTranslation } from "react-i18next";

const step = 50;

/** The first rows of a long list that is there already, and a button for more of them. */
export function More<Row>({ rows, children }: { rows: readonly Row[]; children: (shown: Row[]) => ReactNode }) {
  const { t } = useTranslation("ui");
  const [count, setCount] = useState(step);
  return (
    <>
      {children(rows.slice(0, count))}
      {rows.length > count && (
        <div>
          <button type="button" className="button" onClick={() => setCount(count + step)}>
            {t("list.more")}
          </button>
        </div>
      )}
    </>
  );
}
