import { useState } from "react";
import { useTranslation } from "react-i18next";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { usePlain } from "@/api/usePlain";
import { Facts } from "@/ui/Facts";
import { Deadline, Instant } from "@/ui/Instant";
import { Money } from "@/ui/Money";
import { More } from "@/ui/More";
import { PageHeader } from "@/ui/PageHeader";
import { PlainWaiting } from "@/ui/PlainWaiting";
import { StatusChip, EnumText } from "@/ui/StatusChip";
import { TextField } from "@/ui/TextField";
import { ItemTable } from "./ItemTable";
import styles from "./notice.module.css";
import { findItems, isRunning, methods, type PublicCall, type PublicNotice, total } from "./wire";

function NoticeFacts({ notice, call }: { notice: PublicNotice; call?: PublicCall }) {
  const { t } = useTranslation("notice");
  const items = notice.items ?? [];
  const days = notice.days && (
    <>
      {notice.days} <EnumText of="calls.v1.DayKind" value={notice.dayKind ?? ""} />
    </>
  );
  return (
    <section className="panel">
      <Facts
        facts={[
          { label: t("call"), value: call?.title && <Link to={`/${notice.call}`}>{call.title}</Link> },
          { label: t("published"), value: <Instant at={notice.publishTime} /> },
          { label: t("until"), value: isRunning(notice) ? <Deadline at={notice.endTime} /> : <Instant at={notice.endTime} /> },
          { label: t("days"), value: days },
          { label: t("together"), value: <>{t("items", { count: items.length })} · <Money fen={total(items)} /></> },
        ]}
      />
    </section>
  );
}

/** How to object, and the way to do it while objections are taken. */
function Objecting({ notice }: { notice: PublicNotice }) {
  const { t } = useTranslation("notice");
  return (
    <section className={`${styles.how} stack-small`}>
      <h2>{t("how.title")}</h2>
      <p>{t(isRunning(notice) ? "how.text" : "how.over")}</p>
      {isRunning(notice) && (
        <div>
          <Link to={`/${notice.name}/object`} className="button primary">
            {t("how.button")}
          </Link>
        </div>
      )}
    </section>
  );
}

function Items({ notice, call }: { notice: PublicNotice; call?: PublicCall }) {
  const { t } = useTranslation("notice");
  const [typed, setTyped] = useState("");
  const items = findItems(notice.items ?? [], typed);
  const categories = new Map(call?.categories?.map(({ code, displayName }) => [code, displayName]));
  return (
    <section className="stack-small" aria-label={t("list.items")}>
      <div className={styles.find}>
        <TextField label={t("find")} type="search" value={typed} onValue={setTyped} />
        <span role="status" className="quiet small">
          {t("items", { count: items.length })}
        </span>
      </div>
      <p>
        <a href={`/public/${notice.name}.csv`} download>
          {t("download")}
        </a>
      </p>
      <More rows={items}>
        {(shown) => <ItemTable items={shown} categoryOf={(code) => categories.get(code) ?? code} />}
      </More>
    </section>
  );
}

/** One public notice: what is proposed, until when, and how to object. */
export default function NoticePage() {
  const { t } = useTranslation("notice");
  const read = usePlain<PublicNotice>(methods.get, { name: `notices/${useParam("notice")}` });
  const notice = read.answer;
  return (
    <div className="stack">
      <PageHeader
        title={notice?.title ?? t("one.title")}
        trail={[{ text: t("list.title"), to: "/notices" }]}
        beside={notice && <StatusChip of="approval.v1.Notice.State" value={notice.state} />}
      />
      <PlainWaiting read={read} />
      {notice && <WithCall notice={notice} />}
    </div>
  );
}

function WithCall({ notice }: { notice: PublicNotice }) {
  const { answer: call } = usePlain<PublicCall>(methods.call, { name: notice.call });
  return (
    <>
      <NoticeFacts notice={notice} call={call} />
      <Objecting notice={notice} />
      <Items notice={notice} call={call} />
    </>
  );
}
