import { useTranslation } from "react-i18next";
import { idOfField } from "../complete";
import { Frame, GroupFrame } from "../Frame";
import styles from "../submission.module.css";
import type { AnswerProps } from "./Questions";

const radiosMax = 6;

const frameOf = ({ question: { title, hint, required }, path, problemAt }: AnswerProps) => ({
  id: idOfField(path),
  label: title,
  hint,
  optional: !required,
  problem: problemAt(path),
});

/** One of few as radio buttons, one of many from a list. Nothing is chosen beforehand. */
export function ChoiceAnswer(props: AnswerProps) {
  const { options } = props.question;
  return options.length > radiosMax ? <ListChoice {...props} /> : <RadioChoice {...props} />;
}

function ListChoice(props: AnswerProps) {
  const { t } = useTranslation("submission");
  const { question, value, onValue } = props;
  const at = question.options.findIndex((option) => option.value === value);
  return (
    <Frame {...frameOf(props)}>
      {(control) => (
        <select {...control} className="input" value={at} onChange={(event) => onValue(question.options[Number(event.target.value)]?.value)}>
          <option value={-1}>{t("choose")}</option>
          {question.options.map(({ text }, index) => (
            <option key={text} value={index}>
              {text}
            </option>
          ))}
        </select>
      )}
    </Frame>
  );
}

function RadioChoice(props: AnswerProps) {
  const { question, path, value, onValue } = props;
  return (
    <GroupFrame {...frameOf(props)}>
      {question.options.map((option) => (
        <label key={option.text} className={styles.choice}>
          <input type="radio" name={path} checked={option.value === value} onChange={() => onValue(option.value)} />
          {option.text}
        </label>
      ))}
    </GroupFrame>
  );
}

export function ChoicesAnswer(props: AnswerProps) {
  const { question, value, onValue } = props;
  const chosen = Array.isArray(value) ? (value as unknown[]) : [];
  // The order of the options, whatever order they were ticked in.
  const toggle = (option: unknown, on: boolean) =>
    onValue(question.options.map((one) => one.value).filter((one) => (one === option ? on : chosen.includes(one))));
  return (
    <GroupFrame {...frameOf(props)}>
      {question.options.map((option) => (
        <label key={option.text} className={styles.choice}>
          <input type="checkbox" checked={chosen.includes(option.value)} onChange={(event) => toggle(option.value, event.target.checked)} />
          {option.text}
        </label>
      ))}
    </GroupFrame>
  );
}

export function YesNoAnswer(props: AnswerProps) {
  const { t } = useTranslation("submission");
  const options = [
    { value: true, text: t("yes") },
    { value: false, text: t("no") },
  ];
  return <RadioChoice {...props} question={{ ...props.question, options }} />;
}

/** Something to agree to. */
export function ConfirmAnswer({ question, path, value, onValue, problemAt }: AnswerProps) {
  const id = idOfField(path);
  const problem = problemAt(path);
  return (
    <div className="field">
      {problem && (
        <span id={`${id}-problem`} className="problem">
          {problem}
        </span>
      )}
      <label className={styles.choice}>
        <input
          id={id}
          type="checkbox"
          checked={value === true}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => onValue(event.target.checked || undefined)}
        />
        {question.title}
      </label>
      {question.hint && <span className="hint">{question.hint}</span>}
    </div>
  );
}
