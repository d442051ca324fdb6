import type { ReactNode } from "react";
import { type Answers, withAnswer } from "../answers";
import { below, type Question } from "../schema";
import { idOfField } from "../complete";
import { GroupFrame } from "../Frame";
import styles from "../submission.module.css";
import { ChoiceAnswer, ChoicesAnswer, ConfirmAnswer, YesNoAnswer } from "./ChoiceAnswers";
import { RowsAnswer } from "./RowsAnswer";
import { LineAnswer, LinesAnswer, NumberAnswer, RawAnswer } from "./TextAnswers";

/** One question where it is asked: its place in the form, and what is said of it. */
export interface AnswerProps {
  question: Question;
  path: string;
  value: unknown;
  onValue: (value: unknown) => void;
  problemAt: (path: string) => string | undefined;
}

function GroupAnswer({ question, path, value, onValue, problemAt }: AnswerProps) {
  const { title, hint, required, parts } = question;
  return (
    <GroupFrame id={idOfField(path)} label={title} hint={hint} optional={!required} problem={problemAt(path)}>
      <div className={styles.nested}>
        <Questions questions={parts} path={path} answers={(value ?? {}) as Answers} onAnswers={onValue} problemAt={problemAt} />
      </div>
    </GroupFrame>
  );
}

const kinds: Record<Question["kind"], (props: AnswerProps) => ReactNode> = {
  line: LineAnswer,
  date: LineAnswer,
  lines: LinesAnswer,
  number: NumberAnswer,
  yesNo: YesNoAnswer,
  confirm: ConfirmAnswer,
  choice: ChoiceAnswer,
  choices: ChoicesAnswer,
  rows: RowsAnswer,
  group: GroupAnswer,
  raw: RawAnswer,
};

/** One question by its kind. */
export function Answer(props: AnswerProps) {
  const One = kinds[props.question.kind];
  return <One {...props} />;
}

interface Props {
  questions: readonly Question[];
  path: string;
  answers: Answers;
  onAnswers: (answers: Answers) => void;
  problemAt: (path: string) => string | undefined;
}

/** The questions of a call's form, made from its JSON Schema. */
export function Questions({ questions, path, answers, onAnswers, problemAt }: Props) {
  return (
    <>
      {questions.map((question) => (
        <Answer
          key={question.key}
          question={question}
          path={below(path, question.key)}
          value={answers[question.key]}
          onValue={(value) => onAnswers(withAnswer(answers, question.key, value))}
          problemAt={problemAt}
        />
      ))}
    </>
  );
}
