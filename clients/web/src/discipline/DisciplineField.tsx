import { useEffect, useState } from "react";
import { useTranslation } from "react-i18next";
import { TextField } from "@/ui/TextField";
import { firstLevelOf, gates, isDisciplineCode } from "./codes";

interface Props {
  /** The id of the control that an error summary moves to. */
  id: string;
  code: string;
  problem?: string;
  onCode: (code: string) => void;
}

/** Chooses a discipline of GB/T 13745 by name; who knows a finer code may add it. */
export function DisciplineField({ id, code, problem, onCode }: Props) {
  const { t } = useTranslation("discipline");
  const first = firstLevelOf(code);
  return (
    <>
      <div className="field">
        <label htmlFor={id}>{t("label")}</label>
        {problem && (
          <span id={`${id}-problem`} className="problem">
            {problem}
          </span>
        )}
        <select
          id={id}
          className="input"
          value={first}
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? `${id}-problem` : undefined}
          onChange={(event) => onCode(event.target.value)}
        >
          <option value="">{t("choose")}</option>
          {gates.map(({ gate, codes }) => (
            <optgroup key={gate} label={t(`gate.${gate}`)}>
              {codes.map((one) => (
                <option key={one} value={one}>
                  {t(`name.${one}`)}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {first && <FinerField key={first} first={first} code={code} onCode={onCode} />}
    </>
  );
}

function FinerField({ first, code, onCode }: { first: string; code: string; onCode: (code: string) => void }) {
  const { t } = useTranslation("discipline");
  const [typed, setTyped] = useState(code === first ? "" : code);
  useEffect(() => setTyped((before) => (isDisciplineCode(before) || before === "" ? (code === first ? "" : code) : before)), [code, first]);
  const right = typed === "" || (isDisciplineCode(typed) && typed.startsWith(first) && typed !== first);
  const change = (text: string) => {
    const next = text.trim();
    setTyped(next);
    if (next === "") onCode(first);
    else if (isDisciplineCode(next) && next.startsWith(first)) onCode(next);
  };
  return (
    <TextField
      label={t("finer")}
      hint={t("finerHint")}
      problem={right ? undefined : t("wrong", { code: first })}
      inputMode="numeric"
      maxLength={7}
      value={typed}
      onValue={change}
    />
  );
}
