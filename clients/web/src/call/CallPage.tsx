import { useTranslation } from "react-i18next";
import { explain } from "@/api/explain";
import { addressOf } from "@/api/resource";
import { wasSignedIn } from "@/api/session";
import { usePlain } from "@/api/usePlain";
import { useParam } from "@/app/address";
import { Link } from "@/app/Link";
import { EmptyState } from "@/ui/EmptyState";
import { Deadline, Instant } from "@/ui/Instant";
import { Markdown } from "@/ui/Markdown";
import { Money } from "@/ui/Money";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import { Waiting } from "@/ui/Waiting";
import styles from "./call.module.css";
import { Ceilings } from "./Ceilings";
import { Criteria } from "./Criteria";
import { getCallMethod, type PublicCall } from "./wire";

/** The way on: to the application, by way of signing in where nobody is. */
function Apply({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  const target = `${addressOf(call.name)}/apply`;
  if (call.state !== "OPEN") return <p className="quiet">{t(call.state === "PUBLISHED" ? "notYet" : "over")}</p>;
  return (
    <>
      <Link to={target} className="button primary">
        {t("apply")}
      </Link>
      {!wasSignedIn() && (
        <p className="small quiet">
          {t("needsAccount")} <Link to="/register">{t("register")}</Link>
        </p>
      )}
    </>
  );
}

function Key({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  return (
    <aside className={`panel ${styles.aside}`} aria-label={t("key")}>
      <Apply call={call} />
      <dl>
        <div>
          <dt>{t("opens")}</dt>
          <dd>
            <Instant at={call.opensAt} />
          </dd>
        </div>
        <div>
          <dt>{t("closes")}</dt>
          <dd>
            <Deadline at={call.closesAt} />
          </dd>
        </div>
        <Funding call={call} />
        <div>
          <dt>{t("rules")}</dt>
          <dd>
            <Rules call={call} />
          </dd>
        </div>
      </dl>
    </aside>
  );
}

function Funding({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  if (!call.fundedCount && !call.budgetFen) return null;
  return (
    <div>
      <dt>{t("funding")}</dt>
      <dd>{call.fundedCount ? t("funded", { number: call.fundedCount }) : <Money fen={call.budgetFen ?? "0"} />}</dd>
    </div>
  );
}

function Rules({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  return (
    <ul className={styles.anchors}>
      {call.endorsementRequired && <li>{t("rule.endorsement")}</li>}
      {!!call.leaderQuota && <li>{t("rule.quota", { number: call.leaderQuota })}</li>}
      {call.blindness && <li>{t(`rule.${call.blindness}`)}</li>}
      {!!call.noticeDays && (
        <li>{t(`rule.${call.noticeDayKind ?? "CALENDAR_DAYS"}`, { number: call.noticeDays })}</li>
      )}
    </ul>
  );
}

function Files({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  const slots = call.attachmentSlots ?? [];
  if (slots.length === 0) return null;
  return (
    <section className="panel stack-small">
      <h2>{t("files")}</h2>
      <p className="quiet small">{t("filesText")}</p>
      <ul className={styles.bullets}>
        {slots.map(({ code, displayName, required, shownToExperts }) => (
          <li key={code}>
            {displayName}
            <span className="quiet">
              {required ? t("required") : t("optional")}
              {shownToExperts && t("shown")}
            </span>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Content({ call }: { call: PublicCall }) {
  const { t } = useTranslation("call");
  const trail = [{ text: t("list.title"), to: "/calls" }];
  return (
    <div className="stack">
      <PageHeader title={call.title} trail={trail} beside={<StatusChip of="calls.v1.Call.State" value={call.state} />} />
      <div className={styles.page}>
        <div className="stack">
          {call.guideline && (
            <section className="panel" aria-label={t("guideline")}>
              <Markdown text={call.guideline} />
            </section>
          )}
          <section className="panel stack-small">
            <h2>{t("categories")}</h2>
            <Ceilings categories={call.categories ?? []} />
          </section>
          <Files call={call} />
          <Criteria criteria={call.criteria ?? []} />
        </div>
        <Key call={call} />
      </div>
    </div>
  );
}

/** One call with its guidelines, for everybody. */
export default function CallPage() {
  const { t } = useTranslation(["call", "ui", "errors"]);
  const name = `calls/${useParam("call")}`;
  const { answer, refusal, again } = usePlain<PublicCall>(getCallMethod, { name });
  if (refusal) {
    const action =
      refusal.code === "not_found" ? (
        <Link to="/calls" className="button">
          {t("list.title")}
        </Link>
      ) : (
        <button type="button" className="button" onClick={again}>
          {t("ui:again")}
        </button>
      );
    return <EmptyState title={explain(refusal, t)} action={action} />;
  }
  return answer ? <Content call={answer} /> : <Waiting lines={10} />;
}
