import { useTranslation } from "react-i18next";
import type { Expert } from "@/gen/redpeak/review/v1/review_pb";
import { CheckField, NumberField } from "@/ui/deskFields";
import { TextField } from "@/ui/TextField";
import { useState } from "react";

interface Props {
  expert: Expert;
  change: (changes: Partial<Expert>) => void;
  problems: Record<string, string | undefined>;
}

const partsOf = (text: string) => text.split(/[;；,，、\s]+/).filter(Boolean);

/** Several short texts in one line, with any usual sign between. */
function ListField({ label, hint, values, problem, onValues }: { label: string; hint: string; values: string[]; problem?: string; onValues: (values: string[]) => void }) {
  const [typed, setTyped] = useState(() => values.join("；"));
  const type = (text: string) => {
    setTyped(text);
    onValues(partsOf(text));
  };
  return <TextField label={label} hint={hint} value={typed} problem={problem} onValue={type} />;
}

/** What an officer decides of an expert. */
export function ExpertForm({ expert, change, problems }: Props) {
  const { t } = useTranslation(["expert", "terms"]);
  return (
    <>
      <ListField label={t("terms:field.disciplines")} hint={t("form.disciplinesHint")} values={expert.disciplines} problem={problems.disciplines ?? problems["disciplines[0]"]} onValues={(disciplines) => change({ disciplines })} />
      <ListField label={t("terms:field.keywords")} hint={t("form.keywordsHint")} values={expert.keywords} problem={problems.keywords} onValues={(keywords) => change({ keywords })} />
      <NumberField label={t("terms:field.reviews_max")} hint={t("form.maxHint")} min={1} max={200} value={expert.reviewsMax} problem={problems.reviews_max} onValue={(reviewsMax) => change({ reviewsMax })} />
      <CheckField label={t("terms:field.available")} hint={t("form.availableHint")} checked={expert.available} onChecked={(available) => change({ available })} />
    </>
  );
}
