import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { usePlain } from "@/api/usePlain";
import { Link } from "@/app/Link";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline, Instant } from "@/ui/Instant";
import { PageHeader } from "@/ui/PageHeader";
import { PlainWaiting } from "@/ui/PlainWaiting";
import { StatusChip } from "@/ui/StatusChip";
import styles from "./notice.module.css";
import { isRunning, methods, type NoticeList, type PublicNotice } from "./wire";

const shownMax = 200;

/** One line of a list of notices. */
export function NoticeLine({ notice }: { notice: PublicNotice }) {
  const { t } = useTranslation("notice");
  return (
    <li className={styles.line}>
      <div className={styles.what}>
        <Link to={addressOf(notice.name)} className={styles.title}>
          {notice.title}
        </Link>
        <span className="quiet small">
          {t("published")} <Instant at={notice.publishTime} form="day" />
          {" · "}
          {t("items", { count: notice.itemCount ?? 0 })}
        </span>
      </div>
      <div className={styles.when}>
        <StatusChip of="approval.v1.Notice.State" value={notice.state} />
        {isRunning(notice) && (
          <span className="small">
            {t("until")} <Deadline at={notice.endTime} />
          </span>
        )}
      </div>
    </li>
  );
}

export default function NoticesPage() {
  const { t } = useTranslation("notice");
  const read = usePlain<NoticeList>(methods.list, { pageSize: shownMax });
  const notices = read.answer?.notices ?? [];
  return (
    <div className="stack">
      <PageHeader title={t("list.title")} text={t("list.text")} />
      <PlainWaiting read={read} />
      {read.answer && notices.length === 0 && <EmptyState title={t("list.empty")} text={t("list.emptyText")} />}
      {notices.length > 0 && (
        <ul className={styles.list}>
          {notices.map((notice) => (
            <NoticeLine key={notice.name} notice={notice} />
          ))}
        </ul>
      )}
    </div>
  );
}
