import { type ComponentType, useEffect, useRef } from "react";
import { useTranslation } from "react-i18next";
import { explain, fieldProblems } from "@/api/explain";
import { useAddressState, useGo } from "@/app/address";
import { Link } from "@/app/Link";
import { type Call, Call_State } from "@/gen/redpeak/calls/v1/call_pb";
import { Answer, useLeaveGuard } from "@/ui/Answer";
import { EmptyState } from "@/ui/EmptyState";
import { PageHeader } from "@/ui/PageHeader";
import { SaveState, type Saving } from "@/ui/SaveState";
import { BasicsStep, CategoriesStep, DatesStep, GuidelineStep } from "./BasicSteps";
import styles from "./callDesk.module.css";
import { ConflictPanel } from "./ConflictPanel";
import { FormStep } from "./FormStep";
import { type Gap, gapsOfCall, type Step, steps } from "./gaps";
import { CriteriaStep, FilesStep, RulesStep } from "./RuleSteps";
import type { StepProps } from "./stepProps";
import { desk, useCallOfPage, useServerNow } from "./useCall";
import { type Draft, useCallDraft } from "./useCallDraft";

const parts: Record<Step, ComponentType<StepProps>> = {
  basics: BasicsStep,
  dates: DatesStep,
  categories: CategoriesStep,
  criteria: CriteriaStep,
  files: FilesStep,
  rules: RulesStep,
  guideline: GuidelineStep,
  form: FormStep,
};
const broad: readonly Step[] = ["guideline", "form"];

function StepList({ call, current, gaps }: { call: Call; current: Step; gaps: Gap[] }) {
  const { t } = useTranslation("callDesk");
  return (
    <nav aria-label={t("edit.steps")}>
      <ol className={styles.steps}>
        {steps.map((step, at) => {
          const count = gaps.filter((gap) => gap.step === step).length;
          return (
            <li key={step}>
              <Link to={desk.step(call.name, step)} className={styles.step} aria-current={step === current ? "step" : undefined}>
                <span>
                  {at + 1}. {t(`step.${step}`)}
                </span>
                {count === 0 ? <span aria-label={t("edit.done")}>✓</span> : <span className="quiet small">{t("edit.left", { count })}</span>}
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}

function savingOf(draft: Draft, problem: string): Saving {
  if (draft.status === "saved") return { state: "saved", at: draft.savedAt };
  return draft.status === "failed" ? { state: "failed", problem } : { state: draft.status };
}

function Buttons({ draft, step }: { draft: Draft; step: Step }) {
  const { t } = useTranslation("callDesk");
  const go = useGo();
  const at = steps.indexOf(step);
  const [before, after] = [steps[at - 1], steps[at + 1]];
  const finish = async () => {
    if (await draft.flush()) go(desk.of(draft.call.name, "publish"));
  };
  return (
    <div className="row">
      {after ? (
        <Link to={desk.step(draft.call.name, after)} className="button primary">
          {t("edit.next", { step: t(`step.${after}`) })}
        </Link>
      ) : (
        <button type="button" className="button primary" onClick={() => void finish()}>
          {t("edit.check")}
        </button>
      )}
      {before && (
        <Link to={desk.step(draft.call.name, before)} className="button">
          {t("edit.back")}
        </Link>
      )}
    </div>
  );
}

function Editor({ server }: { server: Call }) {
  const { t } = useTranslation(["callDesk", "ui", "errors"]);
  const draft = useCallDraft(server);
  const now = useServerNow();
  const [address] = useAddressState({ step: "basics" });
  const step = steps.find((one) => one === address.step) ?? "basics";
  const Part = parts[step];
  const { call, refusal } = draft;
  const problems = refusal ? fieldProblems(refusal, "call", t) : {};
  const gaps = gapsOfCall(call, now);
  const here = gaps.filter((gap) => gap.step === step);
  useLeaveGuard(draft.status !== "saved");
  const title = useRef<HTMLHeadingElement>(null);
  const shown = useRef(step);
  useEffect(() => {
    if (shown.current !== step) title.current?.focus();
    shown.current = step;
  }, [step]);
  return (
    <div className="stack">
      <PageHeader
        title={call.title || t("list.untitled")}
        trail={[{ text: t("list.title"), to: "/desk" }, { text: t("edit.overview"), to: desk.call(call.name) }]}
        beside={<SaveState saving={savingOf(draft, refusal ? explain(refusal, t) : "")} />}
      />
      <ConflictPanel draft={draft} />
      <div className={styles.edit}>
        <StepList call={call} current={step} gaps={gaps} />
        <div className={`stack ${broad.includes(step) ? "" : "measure"}`}>
          <h2 ref={title} tabIndex={-1} className={styles.stepTitle}>
            {t(`step.${step}`)}
          </h2>
          <Part call={call} change={draft.change} problems={problems} />
          {here.length > 0 && (
            <ul className="quiet" aria-label={t("edit.missing")}>
              {here.map((gap) => (
                <li key={gap.key}>{t(`gap.${gap.key}`)}</li>
              ))}
            </ul>
          )}
          <Buttons draft={draft} step={step} />
        </div>
      </div>
    </div>
  );
}

/** A draft, step by step; it saves itself. A call that is published is fixed. */
export default function EditCallPage() {
  const { t } = useTranslation("callDesk");
  const query = useCallOfPage();
  return (
    <Answer of={query}>
      {(call) =>
        call.state === Call_State.DRAFT ? (
          <Editor key={call.name} server={call} />
        ) : (
          <EmptyState
            title={t("edit.fixed")}
            text={t("edit.fixedText")}
            action={
              <Link to={desk.call(call.name)} className="button">
                {t("edit.overview")}
              </Link>
            }
          />
        )
      }
    </Answer>
  );
}
