import { useTranslation } from "react-i18next";
import { addressOf } from "@/api/resource";
import { Link } from "@/app/Link";
import { type Step, stepOf, steps } from "./complete";
import styles from "./submission.module.css";
import type { Draft } from "./useDraft";

interface Props {
  draft: Draft;
  step: Step;
  onStep: (step: Step) => void;
}

/** The steps with what each still lacks. */
export function StepList({ draft, step, onStep }: Props) {
  const { t } = useTranslation("submission");
  const address = `${addressOf(draft.submission.name)}/edit`;
  return (
    <nav className={styles.steps} aria-label={t("steps")}>
      <ol>
        {steps.map((one) => {
          const lacking = draft.problems.filter(({ field }) => stepOf(field) === one).length;
          return (
            <li key={one}>
              <Link
                to={`${address}?step=${one}`}
                className={styles.step}
                aria-current={one === step ? "step" : undefined}
                onClick={(event) => {
                  event.preventDefault();
                  onStep(one);
                }}
              >
                {t(`step.${one}`)}
                <span className={`${styles.stepState} ${lacking === 0 ? styles.done : ""}`}>
                  {lacking === 0 ? t("stepDone") : t("stepLacks", { count: lacking })}
                </span>
              </Link>
            </li>
          );
        })}
      </ol>
    </nav>
  );
}
