import { useTranslation } from "react-i18next";
import { Link } from "@/app/Link";
import type { Message } from "@/gen/redpeak/notifications/v1/message_pb";
import { useLanguage } from "@/i18n/useLanguage";
import { Deadline } from "@/ui/Instant";
import { Chip } from "@/ui/StatusChip";
import { dateOf } from "@/ui/time";
import styles from "./Inbox.module.css";
import { about, placeOf, textKey } from "./wording";

function Time({ message }: { message: Message }) {
  const language = useLanguage();
  if (!message.createTime) return null;
  const at = dateOf(message.createTime);
  const text = at.toLocaleTimeString(language === "en" ? "en-GB" : "zh-CN", { hour: "2-digit", minute: "2-digit", hour12: false });
  return <time dateTime={at.toISOString()}>{text}</time>;
}

/** One message in words, from its kind and its parameters. `onRead`: it was opened, or put aside. */
export function MessageRow({ message, onRead }: { message: Message; onRead: () => void }) {
  const { t } = useTranslation("inbox");
  const fresh = message.readTime === undefined;
  const text = t(textKey(message), { count: message.count, number: message.number, person: message.personName || t("somebody") });
  const place = placeOf(message);
  return (
    <li className={`${styles.message} ${fresh ? styles.fresh : ""}`}>
      <div className={styles.words}>
        <span className={styles.text}>
          {place ? (
            <Link to={place} onClick={() => fresh && onRead()}>
              {text}
            </Link>
          ) : (
            text
          )}{" "}
          {fresh && <Chip tone="info">{t("new")}</Chip>}
        </span>
        <span>{about(message)}</span>
        {message.reason && <span className="quiet">{t("reason", { reason: message.reason })}</span>}
        {message.dueTime && (
          <span className="small">
            {t("due")} <Deadline at={message.dueTime} />
          </span>
        )}
      </div>
      <div className={styles.side}>
        <span className="quiet small">
          <Time message={message} />
        </span>
        {fresh && (
          <button type="button" className="button link compact" onClick={onRead}>
            {t("markRead")}
            <span className="visually-hidden">{` ${text}`}</span>
          </button>
        )}
      </div>
    </li>
  );
}
