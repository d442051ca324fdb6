import { useTranslation } from "react-i18next";
import { type Call, Call_Blindness } from "@/gen/redpeak/calls/v1/call_pb";
import type { Question } from "./schema";
import styles from "./submission.module.css";

/** Warns that reviewers must not learn who applies, and says which answers they do not see. */
export function Blindness({ call, questions }: { call: Call; questions: readonly Question[] }) {
  const { t } = useTranslation("submission");
  if (call.blindness !== Call_Blindness.DOUBLE_BLIND) return null;
  const hidden = questions.filter(({ identifying }) => identifying).map(({ title }) => t("quoted", { title }));
  return (
    <p className={styles.notice}>
      {t("blind")} {hidden.length > 0 && t("blindExcept", { titles: hidden.join(t("listMark")) })}
    </p>
  );
}
