import { useTranslation } from "react-i18next";
import type { ProposalItem } from "@/gen/redpeak/approval/v1/approval_pb";
import type { Person } from "@/gen/redpeak/identity/v1/identity_pb";
import { Link } from "@/app/Link";
import { submissionPage } from "@/app/staffPages";
import { ownConflicts } from "./evidence";
import styles from "./OwnConflicts.module.css";

/** Submissions on the list that the approver has to do with: then somebody else must sign. */
export function OwnConflicts({ items, person }: { items: readonly ProposalItem[]; person: Person | undefined }) {
  const { t } = useTranslation("proposal");
  const found = ownConflicts(items, person);
  if (found.length === 0) return <p className="quiet">{t("conflicts.none")}</p>;
  return (
    <section className={styles.conflicts} aria-labelledby="conflicts">
      <h2 id="conflicts">{t("conflicts.title")}</h2>
      <p>{t("conflicts.text", { count: found.length })}</p>
      <ul>
        {found.map(({ item, relation }) => (
          <li key={item.submission}>
            <Link to={submissionPage(item.submission)}>{item.title}</Link>（{t(`conflicts.${relation}`)}）
          </li>
        ))}
      </ul>
    </section>
  );
}
