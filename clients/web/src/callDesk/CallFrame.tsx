import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import { useLocation } from "@tanstack/react-router";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { type Call, Call_State, Call_StateSchema } from "@/gen/redpeak/calls/v1/call_pb";
import { Answer } from "@/ui/Answer";
import { PageHeader } from "@/ui/PageHeader";
import { StatusChip } from "@/ui/StatusChip";
import styles from "./callDesk.module.css";
import { desk, useCallOfPage } from "./useCall";

const tabs = ["submissions", "formality", "assignment", "progress", "ranking", "notice"] as const;
const officersOnly: readonly string[] = ["formality", "assignment"];

// The router would mark the call's own tab on all of its pages.
const exactly = { activeOptions: { exact: true, includeSearch: false } };

function Tabs({ call }: { call: Call }) {
  const { t } = useTranslation("callDesk");
  const { pathname } = useLocation();
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const shown = tabs.filter((tab) => isOfficer || !officersOnly.includes(tab));
  const all = [{ key: "call", to: desk.call(call.name) }, ...shown.map((tab) => ({ key: tab, to: desk.of(call.name, tab) }))];
  return (
    <nav aria-label={t("tabs.label")} className={styles.tabs}>
      {all.map(({ key, to }) => (
        <Link key={key} to={to} {...exactly} data-here={pathname === to || undefined} className={styles.tab}>
          {t(`tabs.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

interface Props {
  /** What this page is of the call; the call's own page has none. */
  title?: string;
  text?: ReactNode;
  actions?: (call: Call) => ReactNode;
  children: (call: Call) => ReactNode;
}

/** A page of a call at the officers' desk: where it is, the call's state, its other pages, and `children`. */
export function CallFrame({ title, text, actions, children }: Props) {
  const { t } = useTranslation("callDesk");
  const query = useCallOfPage();
  return (
    <Answer of={query}>
      {(call) => (
        <div className="stack">
          <PageHeader
            title={title ?? call.title}
            trail={[{ text: t("list.title"), to: "/desk" }, ...(title ? [{ text: call.title, to: desk.call(call.name) }] : [])]}
            beside={title ? undefined : <StatusChip of={Call_StateSchema} value={call.state} />}
            actions={actions?.(call)}
            text={text}
          />
          {call.state !== Call_State.DRAFT && <Tabs call={call} />}
          {children(call)}
        </div>
      )}
    </Answer>
  );
}
