import { useTranslation } from "react-i18next";
import type { Refusal } from "@/api/refusal";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { Facts } from "@/ui/Facts";
import type { Objection } from "./objection";
import type { PublicNotice } from "./wire";

interface Props {
  notice: PublicNotice;
  objection: Objection;
  pending: boolean;
  refusal: Refusal | undefined;
  onBack: () => void;
  onFile: () => void;
}

/** Everything that was typed, before it is filed for good. */
export function CheckObjection({ notice, objection, pending, refusal, onBack, onFile }: Props) {
  const { t } = useTranslation(["notice", "ui"]);
  const item = notice.items?.find(({ number }) => number === objection.submissionNumber);
  return (
    <div className="stack">
      <h2>{t("check.title")}</h2>
      <RefusalSummary refusal={refusal} />
      <section className="panel">
        <Facts
          facts={[
            { label: t("one.title"), value: notice.title },
            { label: t("field.submissionNumber"), value: [objection.submissionNumber, item?.title].filter(Boolean).join(" · ") },
            { label: t("field.realName"), value: objection.realName },
            { label: t("field.contact"), value: objection.contact },
            { label: t("field.unitName"), value: objection.unitName },
            { label: t("field.text"), value: objection.text },
          ]}
        />
      </section>
      <p>{t("check.text")}</p>
      <div className="row">
        <button type="button" className="button primary" disabled={pending} onClick={onFile}>
          {pending ? t("ui:sending") : t("check.send")}
        </button>
        <button type="button" className="button" disabled={pending} onClick={onBack}>
          {t("ui:confirm.back")}
        </button>
      </div>
    </div>
  );
}
