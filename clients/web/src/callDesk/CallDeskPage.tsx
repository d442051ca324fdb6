import { useQuery } from "@connectrpc/connect-query";
import { useTranslation } from "react-i18next";
import { useHasRole } from "@/api/me";
import { Link } from "@/app/Link";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { ReviewService } from "@/gen/redpeak/review/v1/review_service_pb";
import { Submission_State } from "@/gen/redpeak/submissions/v1/submission_pb";
import { SubmissionsService } from "@/gen/redpeak/submissions/v1/submissions_service_pb";
import { Facts } from "@/ui/Facts";
import { Deadline, Instant } from "@/ui/Instant";
import { Markdown } from "@/ui/Markdown";
import { Progress } from "@/ui/Progress";
import { Steps, Timeline } from "@/ui/Steps";
import { CallFrame } from "./CallFrame";
import styles from "./callDesk.module.css";
import { factsOf } from "./callFacts";
import { FormPreview } from "./FormPreview";
import { readForm } from "./formSchema";
import { type Figures, nextStep, stageOf, stages } from "./stage";
import { desk } from "./useCall";

const rowsMax = 1000;

/** How many submissions of a call are in a state; 0 while that is not asked. */
function useCount(call: Call, state: Submission_State, asked: boolean): number {
  const request = { call: call.name, state, pageSize: rowsMax };
  const { data } = useQuery(SubmissionsService.method.listSubmissions, request, { enabled: asked });
  return data?.submissions.length ?? 0;
}

function useFigures(call: Call): Figures {
  const collecting = call.state === Call_State.CLOSED || call.state === Call_State.OPEN;
  const submitted = useCount(call, Submission_State.SUBMITTED, collecting);
  const endorsed = useCount(call, Submission_State.ENDORSED, collecting);
  const accepted = useCount(call, Submission_State.ACCEPTED, collecting);
  const reviewed = call.state >= Call_State.IN_REVIEW;
  const { data } = useQuery(ReviewService.method.getProgress, { call: call.name }, { enabled: reviewed });
  return { unchecked: submitted + endorsed, accepted, progress: data };
}

function Next({ call, figures }: { call: Call; figures: Figures }) {
  const { t } = useTranslation("callDesk");
  const isOfficer = useHasRole("PROGRAMME_OFFICER");
  const next = nextStep(call, figures);
  const waits = call.state === Call_State.PUBLISHED || call.state === Call_State.OPEN;
  if (!waits && (!next || !isOfficer)) return null;
  const { progress } = figures;
  return (
    <section className={`panel stack-small ${styles.next}`} aria-label={t("next.title")}>
      <h2>{next ? t(`next.${next.key}.text`, { count: next.count }) : t(call.state === Call_State.OPEN ? "next.open" : "next.published")}</h2>
      {waits && <Deadline at={call.state === Call_State.OPEN ? call.closesAt : call.opensAt} />}
      {call.state === Call_State.OPEN && <p>{t("next.soFar", { count: figures.unchecked })}</p>}
      {progress && progress.wanted > 0 && !progress.closed && <Progress label={t("next.reviews")} done={progress.submitted} total={progress.wanted} />}
      {next && (
        <div>
          <Link to={desk.of(call.name, next.page)} className="button primary">
            {t(`next.${next.key}.button`)}
          </Link>
        </div>
      )}
    </section>
  );
}

function Actions({ call }: { call: Call }) {
  const { t } = useTranslation("callDesk");
  if (!useHasRole("PROGRAMME_OFFICER")) return null;
  const extendable = call.state === Call_State.PUBLISHED || call.state === Call_State.OPEN || call.state === Call_State.CLOSED;
  const link = (page: string, label: string) => (
    <Link to={desk.of(call.name, page)} className="button compact">
      {label}
    </Link>
  );
  if (call.state === Call_State.DRAFT) {
    return (
      <>
        {link("publish", t("publish.open"))}
        {link("delete", t("delete.open"))}
      </>
    );
  }
  return (
    <>
      {extendable && link("extend", t("extend.open"))}
      <Link to={`/${call.name}`} className="button compact">
        {t("publicPage")}
      </Link>
    </>
  );
}

function Extensions({ call }: { call: Call }) {
  const { t } = useTranslation("callDesk");
  if (call.extensions.length === 0) return null;
  return (
    <section className="panel stack-small">
      <h2>{t("extend.record")}</h2>
      <Timeline
        label={t("extend.record")}
        happenings={call.extensions.map((one, at) => ({
          key: String(at),
          at: one.time,
          title: (
            <>
              <Instant at={one.from} /> → <Instant at={one.to} />
            </>
          ),
          text: one.reason,
        }))}
      />
    </section>
  );
}

function Overview({ call }: { call: Call }) {
  const { t } = useTranslation(["callDesk", "terms"]);
  const figures = useFigures(call);
  const at = stageOf(call, figures.progress?.closed ?? false);
  return (
    <>
      <Steps
        label={t("stages.label")}
        steps={stages.map((stage, place) => ({ text: t(`stages.${stage}`), state: place < at ? "done" : place === at ? "current" : "todo" }))}
      />
      <Next call={call} figures={figures} />
      <Extensions call={call} />
      <section className="panel stack" aria-label={t("settings")}>
        <h2>{t("settings")}</h2>
        <Facts facts={factsOf(call, t, false)} />
        <details>
          <summary>{t("step.guideline")}</summary>
          <Markdown text={call.guideline} />
        </details>
        <details>
          <summary>{t("step.form")}</summary>
          <FormPreview fields={readForm(call.formSchema)?.fields ?? []} />
        </details>
      </section>
    </>
  );
}

/** Where a call stands, what to do next, and everything that it says. */
export default function CallDeskPage() {
  return <CallFrame actions={(call) => <Actions call={call} />}>{(call) => <Overview call={call} />}</CallFrame>;
}
