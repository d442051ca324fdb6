import { useTranslation } from "react-i18next";
import { CheckField, Field, SelectField, TextAreaField } from "@/ui/deskFields";
import { TextField } from "@/ui/TextField";
import styles from "./callDesk.module.css";
import { freeKey, newField, withRequired } from "./formEdit";
import { columnKinds, type FormField, isCounted, isNumeric, isTextual, type Kind } from "./formSchema";
import { Rows } from "./Rows";

interface Props {
  field: FormField;
  change: (field: FormField) => void;
  problems: readonly string[];
}

function Limit({ label, value, onValue }: { label: string; value: number | undefined; onValue: (value: number | undefined) => void }) {
  return (
    <Field label={label}>
      {(wiring) => (
        <input
          {...wiring}
          type="number"
          className="input number"
          value={value ?? ""}
          onChange={(event) => onValue(event.target.value === "" ? undefined : Number(event.target.value))}
        />
      )}
    </Field>
  );
}

function Limits({ field, change }: Omit<Props, "problems">) {
  const { t } = useTranslation("callDesk");
  const of = isTextual(field.kind) ? "characters" : isNumeric(field.kind) ? "value" : isCounted(field.kind) ? "count" : "";
  if (!of) return null;
  return (
    <div className={styles.pair}>
      <Limit label={t(`form.min.${of}`)} value={field.min} onValue={(min) => change({ ...field, min })} />
      <Limit label={t(`form.max.${of}`)} value={field.max} onValue={(max) => change({ ...field, max })} />
    </div>
  );
}

function Columns({ field, change }: Omit<Props, "problems">) {
  const { t } = useTranslation("callDesk");
  const { columns } = field;
  return (
    <Rows
      label={t("form.columns")}
      items={columns}
      onItems={(next) => change({ ...field, columns: next })}
      make={() => newField("text", freeKey(columns, "column"), "")}
      add={t("form.addColumn")}
      nameOf={(column) => column.title}
      row={(column, set) => (
        <>
          <TextField label={t("form.title")} value={column.title} onValue={(title) => set({ title })} />
          <SelectField
            label={t("form.kindLabel")}
            choices={columnKinds.map((kind) => ({ value: kind, text: t(`form.kind.${kind}`) }))}
            value={column.kind}
            onValue={(kind) => set({ ...newField(kind as Kind, column.key, column.title), required: column.required })}
          />
          {column.kind === "choice" && <Options field={column} change={set} />}
          <CheckField label={t("form.required")} checked={column.required} onChecked={(required) => set(withRequired(column, required))} />
        </>
      )}
    />
  );
}

function Options({ field, change }: Omit<Props, "problems">) {
  const { t } = useTranslation("callDesk");
  return (
    <TextAreaField
      label={t("form.options")}
      hint={t("form.optionsHint")}
      rows={5}
      value={field.options.join("\n")}
      onValue={(text) => change({ ...field, options: text === "" ? [] : text.split("\n") })}
    />
  );
}

/** Everything that can be set of one field. */
export function FieldInspector({ field, change, problems }: Props) {
  const { t } = useTranslation("callDesk");
  const problem = (key: string) => (problems.includes(key) ? t(`form.gap.${key}`) : undefined);
  const choosing = field.kind === "choice" || field.kind === "choices";
  return (
    <div className="stack-small">
      <h3>{t(`form.kind.${field.kind}`)}</h3>
      {problems
        .filter((key) => key !== "title")
        .map((key) => (
          <p key={key} className="field">
            <span className="problem">{problem(key)}</span>
          </p>
        ))}
      {field.kind === "other" && <p className="quiet">{t("form.otherText")}</p>}
      <TextField label={t("form.title")} value={field.title} problem={problem("title")} onValue={(title) => change({ ...field, title })} />
      <TextAreaField label={t("form.description")} rows={2} value={field.description} onValue={(description) => change({ ...field, description })} />
      {choosing && <Options field={field} change={change} />}
      <Limits field={field} change={change} />
      {field.kind === "table" && <Columns field={field} change={change} />}
      {field.kind !== "commitment" && (
        <CheckField label={t("form.required")} checked={field.required} onChecked={(required) => change(withRequired(field, required))} />
      )}
      <CheckField label={t("form.identifying")} hint={t("form.identifyingHint")} checked={field.identifying} onChecked={(identifying) => change({ ...field, identifying })} />
      <details>
        <summary>{t("form.more")}</summary>
        <TextField label={t("form.key")} hint={t("form.keyHint")} value={field.key} problem={problem("key")} onValue={(key) => change({ ...field, key: key.replaceAll(/[^A-Za-z0-9_]/g, "") })} />
      </details>
    </div>
  );
}
