import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { useAction } from "@/api/useAction";
import { useAddressState } from "@/app/address";
import type { Message } from "@/gen/redpeak/notifications/v1/message_pb";
import { NotificationsService } from "@/gen/redpeak/notifications/v1/notifications_service_pb";
import { useLanguage } from "@/i18n/useLanguage";
import { EmptyState } from "@/ui/EmptyState";
import { RefusalSummary } from "@/ui/ErrorSummary";
import { PageHeader } from "@/ui/PageHeader";
import { formatMoment } from "@/ui/time";
import { useRows } from "@/ui/useRows";
import { Waiting } from "@/ui/Waiting";
import styles from "./Inbox.module.css";
import { MessageRow } from "./MessageRow";
import { useUnreadCount } from "./unread";
import { byDay } from "./wording";

const pageSize = 50;

function Days({ messages, onRead }: { messages: Message[]; onRead: (message: Message) => void }) {
  const language = useLanguage();
  const days = byDay(messages, ({ createTime }) => (createTime ? formatMoment(createTime, language, "day") : ""));
  return days.map(({ day, messages: of }) => (
    <section key={day} className="stack-small">
      <h2 className={styles.day}>{day}</h2>
      <ul className={styles.list}>
        {of.map((message) => (
          <MessageRow key={message.name} message={message} onRead={() => onRead(message)} />
        ))}
      </ul>
    </section>
  ));
}

function Empty({ unreadOnly, onAll }: { unreadOnly: boolean; onAll: () => void }) {
  const { t } = useTranslation("inbox");
  if (!unreadOnly) return <EmptyState title={t("empty")} text={t("emptyText")} />;
  const all = (
    <button type="button" className="button" onClick={onAll}>
      {t("showAll")}
    </button>
  );
  return <EmptyState title={t("allRead")} action={all} />;
}

function UnreadFilter({ on, onChange }: { on: boolean; onChange: (on: boolean) => void }) {
  const { t } = useTranslation("inbox");
  return (
    <label className="row">
      <input type="checkbox" checked={on} onChange={(event) => onChange(event.target.checked)} />
      {t("unreadOnly")}
    </label>
  );
}

/** What happened and what waits, newest first; opening a message marks it read. */
export default function InboxPage() {
  const { t } = useTranslation(["inbox", "ui", "errors"]);
  const [{ unread }, setState] = useAddressState({ unread: "" });
  const unreadCount = useUnreadCount() ?? 0;
  const request = { unreadOnly: unread !== "" };
  const method = NotificationsService.method.listMessages;
  const list = useRows({ method, request, rowsOf: (answer) => answer.messages }, pageSize, false);
  const { run, pending, refusal } = useAction(NotificationsService.method.markMessagesRead);
  const newest = list.rows[0];
  const markAll = newest && (
    <button
      type="button"
      className="button compact"
      disabled={pending || unreadCount === 0}
      onClick={() => void run({ upTo: newest.name })}
    >
      {t("markAll")}
    </button>
  );
  return (
    <div className="stack measure">
      <PageHeader title={t("title")} text={t("unread", { count: unreadCount })} actions={markAll} />
      <UnreadFilter on={request.unreadOnly} onChange={(on) => setState({ unread: on ? "1" : "" })} />
      <RefusalSummary refusal={refusal} />
      {list.refusal && <EmptyState title={explain(list.refusal, t)} />}
      {list.first && !list.refusal && <Waiting />}
      {!list.first && list.rows.length === 0 && (
        <Empty unreadOnly={request.unreadOnly} onAll={() => setState({ unread: "" })} />
      )}
      <Days messages={list.rows} onRead={(message) => void run({ names: [message.name] })} />
      {list.more && (
        <button type="button" className="button" disabled={list.loading} onClick={list.loadMore}>
          {t("ui:list.more")}
        </button>
      )}
    </div>
  );
}
