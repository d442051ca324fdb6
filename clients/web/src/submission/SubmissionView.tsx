import { useTranslation } from "react-i18next";
import { attachmentUrl } from "@/api/files";
import { Link } from "@/app/Link";
import { DisciplineName } from "@/discipline/DisciplineName";
import type { Call } from "@/gen/redpeak/calls/v1/call_pb";
import type { Submission } from "@/gen/redpeak/submissions/v1/submission_pb";
import { useLanguage } from "@/i18n/useLanguage";
import { Facts } from "@/ui/Facts";
import { Money } from "@/ui/Money";
import { OrganisationName } from "@/ui/names";
import { formatDay } from "@/ui/time";
import { AnswersView } from "./AnswersView";
import { useNames } from "./AvoidedField";
import { formatBytes } from "./bytes";
import { type Step, stepOf } from "./complete";
import styles from "./submission.module.css";

interface Props {
  submission: Submission;
  call: Call;
  /** As experts of a double-blind call see it. */
  blind?: boolean;
  /** Where a step can be written; with it, each part has a way there. */
  changeAt?: (step: Step) => string;
}

function Basics({ submission, call, changeAt }: Props) {
  const { t } = useTranslation("submission");
  const language = useLanguage();
  const change = changeAt?.(stepOf("title"));
  const category = call.categories.find(({ code }) => code === submission.category);
  const { startDate, endDate } = submission;
  return (
    <section className="panel stack-small" aria-labelledby="part-basics">
      <h2 id="part-basics">{t("step.basics")}</h2>
      <Facts
        facts={[
          { label: t("field.title"), value: submission.title, change },
          { label: t("field.category"), value: category?.displayName ?? submission.category, change },
          { label: t("field.discipline"), value: submission.discipline && <DisciplineName code={submission.discipline} />, change },
          { label: t("field.amount"), value: <Money fen={submission.amountFen} />, change },
          { label: t("field.period"), value: startDate && endDate && `${formatDay(startDate, language)} – ${formatDay(endDate, language)}`, change },
          { label: t("field.abstract"), value: submission.abstract, change },
          { label: t("field.keywords"), value: submission.keywords.join(t("listMark")), change },
        ]}
      />
    </section>
  );
}

function Team({ submission, changeAt }: Props) {
  const { t } = useTranslation("submission");
  const change = changeAt?.("team");
  const names = useNames(submission.avoidedExperts);
  const members = submission.team.length > 0 && (
    <ol className={styles.files}>
      {submission.team.map(({ displayName, unitName }, at) => (
        <li key={at}>{unitName ? t("memberOf", { name: displayName, unit: unitName }) : displayName}</li>
      ))}
    </ol>
  );
  const avoided = submission.avoidedExperts.length > 0 && (
    <ul className={styles.files}>
      {submission.avoidedExperts.map((person) => (
        <li key={person}>{names[person] ?? "…"}</li>
      ))}
    </ul>
  );
  return (
    <section className="panel stack-small" aria-labelledby="part-team">
      <h2 id="part-team">{t("step.team")}</h2>
      <Facts
        facts={[
          { label: t("leader"), value: submission.leaderName },
          { label: t("unit"), value: submission.unitName },
          { label: t("recommender"), value: submission.recommender && <OrganisationName name={submission.recommender} /> },
          { label: t("members"), value: members || t("none"), change },
          { label: t("avoided"), value: avoided || undefined },
        ]}
      />
    </section>
  );
}

function Files({ submission, call, blind, changeAt }: Props) {
  const { t } = useTranslation("submission");
  const slots = call.attachmentSlots.filter(({ shownToExperts }) => !blind || shownToExperts);
  if (slots.length === 0) return null;
  return (
    <section className="panel stack-small" aria-labelledby="part-files">
      <h2 id="part-files">{t("step.files")}</h2>
      <Facts
        facts={slots.map(({ code, displayName }) => {
          const files = submission.attachments.filter(({ slot }) => slot === code);
          const list = files.map((file) => (
            <div key={file.name}>
              <a href={attachmentUrl(file.name)} target="_blank" rel="noreferrer">
                {blind ? displayName : file.fileName}
              </a>{" "}
              <span className="quiet small number">{formatBytes(Number(file.sizeBytes))}</span>
            </div>
          ));
          return { label: displayName, value: files.length > 0 ? list : t("none"), change: changeAt?.("files") };
        })}
      />
    </section>
  );
}

/** A submission to be read: its parts as they were written, or as experts see them. */
export function SubmissionView(props: Props) {
  const { t } = useTranslation("submission");
  const { submission, call, blind = false, changeAt } = props;
  return (
    <>
      <Basics {...props} />
      <section className="panel stack-small" aria-labelledby="part-form">
        <div className="row spread">
          <h2 id="part-form">{t("step.form")}</h2>
          {changeAt && <ChangeLink to={changeAt("form")} />}
        </div>
        <AnswersView schema={call.formSchema} form={submission.form} blind={blind} />
      </section>
      {!blind && <Team {...props} />}
      <Files {...props} />
    </>
  );
}

function ChangeLink({ to }: { to: string }) {
  const { t } = useTranslation("ui");
  return <Link to={to}>{t("confirm.change")}</Link>;
}
