import { useTranslation } from "react-i18next";
import { attachmentUrl } from "@/api/files";
import { rowText, answersOf } from "./answers";
import type { FormField, Json } from "@/callDesk/formSchema";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import { type Submission, Submission_StateSchema } from "@/gen/redpeak/submissions/v1/submission_pb";
import { type Fact, Facts } from "@/ui/Facts";
import { Day, Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { OrganisationName, PersonName } from "@/ui/names";
import { StatusChip } from "@/ui/StatusChip";
import { DisciplineName } from "@/discipline/DisciplineName";
import styles from "./submissionDesk.module.css";

const kib = 1024;
/** 1536 → 1.5 KiB; 3 MiB → 3.0 MiB. */
function sizeText(bytes: bigint): string {
  const size = Number(bytes);
  return size < kib * kib ? `${(size / kib).toFixed(1)} KiB` : `${(size / kib / kib).toFixed(1)} MiB`;
}

export const categoryName = (call: Call | undefined, code: string) =>
  call?.categories.find((category) => category.code === code)?.displayName ?? code;

function useFacts({ submission, call }: Props): Fact[] {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const s = submission;
  return [
    { label: t("terms:field.number"), value: s.receipt && <span className="code">{s.receipt.number}</span> },
    { label: t("terms:field.state"), value: <StatusChip of={Submission_StateSchema} value={s.state} /> },
    { label: t("terms:field.category"), value: categoryName(call, s.category) },
    { label: t("terms:field.discipline"), value: s.discipline && <DisciplineName code={s.discipline} /> },
    { label: t("amount"), value: <Money fen={s.amountFen} /> },
    { label: t("period"), value: s.startDate && <span><Day of={s.startDate} /> – <Day of={s.endDate} /></span> },
    { label: t("terms:field.leader_name"), value: s.leaderName },
    { label: t("terms:field.unit"), value: s.unitName },
    { label: t("terms:field.recommender"), value: s.recommender && <OrganisationName name={s.recommender} /> },
    { label: t("terms:field.team"), value: s.team.length > 0 && s.team.map((member, at) => <div key={at}>{member.displayName}　{member.unitName}</div>) },
    { label: t("terms:field.avoided_experts"), value: s.avoidedExperts.length > 0 && s.avoidedExperts.map((person) => <div key={person}><PersonName name={person} /></div>) },
    { label: t("terms:field.keywords"), value: s.keywords.join("、") },
    { label: t("terms:field.submit_time"), value: s.receipt?.submitTime && <Instant at={s.receipt.submitTime} /> },
    { label: t("terms:field.endorse_time"), value: s.endorseTime && <Instant at={s.endorseTime} /> },
    { label: t("terms:field.correct_by"), value: s.correctBy && <Instant at={s.correctBy} /> },
    { label: t("terms:field.note"), value: s.note },
    { label: t("terms:field.project_number"), value: s.projectNumber && <span className="code">{s.projectNumber}</span> },
  ].map((fact) => ({ ...fact, value: fact.value || undefined }));
}

function Value({ field, value }: { field?: FormField; value: Json }) {
  const { t } = useTranslation("submissionDesk");
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (Array.isArray(value)) return value.map((one, at) => <div key={at}>{rowText(one, field?.columns ?? [])}</div>);
  return <span className={styles.text}>{typeof value === "object" && value ? rowText(value, []) : String(value ?? "")}</span>;
}

export function FormAnswers({ submission, call }: Props) {
  const { t } = useTranslation("submissionDesk");
  const answers = answersOf(submission.form, call?.formSchema ?? "");
  if (answers.length === 0) return <p className="quiet">{t("noAnswers")}</p>;
  return (
    <dl className={styles.answers}>
      {answers.map(({ key, field, value }) => (
        <div key={key}>
          <dt>{field?.title || key}</dt>
          <dd>
            <Value field={field} value={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}

export function Attachments({ submission, call }: Props) {
  const { t } = useTranslation("submissionDesk");
  if (submission.attachments.length === 0) return <p className="quiet">{t("noAttachments")}</p>;
  const slotName = (code: string) => call?.attachmentSlots.find((slot) => slot.code === code)?.displayName ?? code;
  return (
    <ul className={styles.files}>
      {submission.attachments.map((file) => (
        <li key={file.name}>
          <span className="quiet">{slotName(file.slot)}</span>{" "}
          <a href={attachmentUrl(file.name)} target="_blank" rel="noreferrer">
            {file.fileName}
          </a>{" "}
          <span className="quiet small number">{sizeText(file.sizeBytes)}</span>
        </li>
      ))}
    </ul>
  );
}

interface Props {
  submission: Submission;
  call: Call | undefined;
}

/** What the applicant sent. */
export function SubmissionView(props: Props) {
  const { t } = useTranslation(["submissionDesk", "terms"]);
  const facts = useFacts(props);
  return (
    <>
      <section className="panel stack-small" aria-label={t("about")}>
        <Facts facts={facts} />
      </section>
      <section className="panel stack-small">
        <h2>{t("terms:field.attachments")}</h2>
        <Attachments {...props} />
      </section>
      <section className="panel stack-small">
        <h2>{t("terms:field.abstract")}</h2>
        <p className={styles.text}>{props.submission.abstract || t("noAnswers")}</p>
        <h2>{t("form")}</h2>
        <FormAnswers {...props} />
      </section>
    </>
  );
}
