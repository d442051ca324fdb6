import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { usePlain } from "@/api/usePlain";
import { Link } from "@/app/Link";
import { NoticeLine } from "@/notice/NoticesPage";
import noticeStyles from "@/notice/notice.module.css";
import { isRunning, methods, type NoticeList } from "@/notice/wire";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline } from "@/ui/Instant";
import { PlainWaiting } from "@/ui/PlainWaiting";
import { firstToClose, type OpenCall, type OpenCalls } from "./open";
import styles from "./welcome.module.css";

const shownMax = 50;

function CallCard({ call }: { call: OpenCall }) {
  const { t } = useTranslation("welcome");
  return (
    <li className={styles.card}>
      <h3>
        <Link to={addressOf(call.name)} className={styles.link}>
          {call.title}
        </Link>
      </h3>
      <p>
        {t("closes")} <Deadline at={call.closesAt} />
      </p>
    </li>
  );
}

function Calls() {
  const { t } = useTranslation("welcome");
  const read = usePlain<OpenCalls>("redpeak.calls.v1.CallsService/ListCalls", { state: "OPEN", pageSize: shownMax });
  const calls = firstToClose(read.answer?.calls ?? []);
  const past = (
    <Link to="/calls" className="button">
      {t("allCalls")}
    </Link>
  );
  return (
    <section className="stack-small">
      <h2>{t("open")}</h2>
      <PlainWaiting read={read} />
      {read.answer && calls.length === 0 && <EmptyState title={t("noneOpen")} action={past} />}
      <ul className={styles.cards}>
        {calls.map((call) => (
          <CallCard key={call.name} call={call} />
        ))}
      </ul>
    </section>
  );
}

function Notices() {
  const { t } = useTranslation("welcome");
  const read = usePlain<NoticeList>(methods.list, { pageSize: shownMax });
  const running = (read.answer?.notices ?? []).filter(isRunning);
  if (running.length === 0) return null;
  return (
    <section className="stack-small">
      <h2>{t("notices")}</h2>
      <ul className={noticeStyles.list}>
        {running.map((notice) => (
          <NoticeLine key={notice.name} notice={notice} />
        ))}
      </ul>
    </section>
  );
}

const ways = ["apply", "review", "follow"] as const;

/** Where who has no account begins: what is open, what is on notice, and how things go. */
export default function WelcomePage() {
  const { t } = useTranslation("welcome");
  return (
    <div className="stack">
      <header className={styles.head}>
        <h1>{t("heading")}</h1>
        <p>{t("text")}</p>
        <div className="row">
          <Link to="/sign-in" className="button primary">
            {t("signIn")}
          </Link>
          <Link to="/register" className="button">
            {t("register")}
          </Link>
        </div>
      </header>
      <Calls />
      <Notices />
      <section className="stack-small">
        <h2>{t("ways")}</h2>
        <ul className={styles.cards}>
          {ways.map((way) => (
            <li key={way} className={styles.way}>
              <h3>{t(`way.${way}.title`)}</h3>
              <p className="quiet">{t(`way.${way}.text`)}</p>
            </li>
          ))}
        </ul>
      </section>
    </div>
  );
}
