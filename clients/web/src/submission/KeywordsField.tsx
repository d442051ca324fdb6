import { useState } from "react";
import { useTranslation } from "react-i18next";
import { idOfField, keywordsMax } from "./complete";
import { isSame } from "./fields";
import { Frame } from "./Frame";
import { wordsOf } from "./keywords";
import type { Draft } from "./useDraft";

/** Keywords in one line, as people type them. */
export function KeywordsField({ draft }: { draft: Draft }) {
  const { t } = useTranslation("submission");
  const { fields, set, problemAt } = draft;
  const [typed, setTyped] = useState<string>();
  const shown = typed !== undefined && isSame(wordsOf(typed), fields.keywords) ? typed : fields.keywords.join("；");
  const change = (text: string) => {
    setTyped(text);
    set({ keywords: wordsOf(text) });
  };
  return (
    <Frame id={idOfField("keywords")} label={t("field.keywords")} hint={t("keywordsHint", { max: keywordsMax })} problem={problemAt("keywords")} optional>
      {(control) => <input {...control} className="input" value={shown} onChange={(event) => change(event.target.value)} />}
    </Frame>
  );
}
