import { useTranslation } from "react-i18next";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { type Fact, Facts } from "@/ui/Facts";
import { Day } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { formRows, type FormRow } from "./form";
import styles from "./SubmissionText.module.css";

function Answer({ row }: { row: FormRow }) {
  const { t } = useTranslation("review");
  const { title, depth, value } = row;
  const Heading = depth === 0 ? "h3" : "h4";
  return (
    <section className={styles.answer}>
      <Heading>{title}</Heading>
      {Array.isArray(value) ? (
        <ul>
          {value.map((one) => (
            <li key={one}>{one}</li>
          ))}
        </ul>
      ) : (
        value !== undefined && <p>{typeof value === "boolean" ? t(value ? "form.yes" : "form.no") : value}</p>
      )}
    </section>
  );
}

/** The answers of a submission, as text to read. `facts`: what else its reader may know of it. */
export function SubmissionText({ submission, call, facts = [] }: { submission: Submission; call: Call; facts?: Fact[] }) {
  const { t } = useTranslation("review");
  const { category, startDate, endDate } = submission;
  return (
    <article className={`panel stack ${styles.text}`} aria-label={submission.title}>
      <h2>{submission.title}</h2>
      <Facts
        facts={[
          ...facts,
          { label: t("text.category"), value: call.categories.find(({ code }) => code === category)?.displayName ?? category },
          { label: t("text.discipline"), value: submission.discipline },
          { label: t("text.amount"), value: <Money fen={submission.amountFen} /> },
          {
            label: t("text.period"),
            value: startDate && (
              <>
                <Day of={startDate} /> – <Day of={endDate} />
              </>
            ),
          },
          { label: t("text.keywords"), value: submission.keywords.join("、") },
        ]}
      />
      {submission.abstract && (
        <section className={styles.answer}>
          <h3>{t("text.abstract")}</h3>
          <p>{submission.abstract}</p>
        </section>
      )}
      {formRows(call.formSchema, submission.form).map((row) => (
        <Answer key={row.key} row={row} />
      ))}
    </article>
  );
}
