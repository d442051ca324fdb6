import { useId } from "react";
import { useTranslation } from "react-i18next";
import styles from "./callDesk.module.css";
import type { FormField } from "./formSchema";

const types: Partial<Record<string, string>> = { integer: "number", number: "number", money: "number", date: "date", email: "email", phone: "tel", link: "url" };

function Control({ field, id }: { field: FormField; id: string }) {
  const { t } = useTranslation("callDesk");
  const { kind, options, columns } = field;
  if (kind === "longText") return <textarea id={id} className="input" rows={4} maxLength={field.max} />;
  if (kind === "choice") {
    return (
      <select id={id} className="input" defaultValue="">
        <option value="">{t("choose")}</option>
        {options.map((option, at) => (
          <option key={at}>{option}</option>
        ))}
      </select>
    );
  }
  if (kind === "choices" || kind === "yesNo" || kind === "commitment") {
    const lines = kind === "choices" ? options : kind === "yesNo" ? [t("yes"), t("no")] : [field.title];
    return (
      <div>
        {lines.map((line, at) => (
          <label key={at} className="row">
            <input type={kind === "yesNo" ? "radio" : "checkbox"} name={id} />
            {line}
          </label>
        ))}
      </div>
    );
  }
  if (kind === "table") {
    return (
      <div className={styles.item}>
        {columns.map((column) => (
          <PreviewField key={column.key} field={column} />
        ))}
        <span className="quiet small">{t("form.rowsPreview")}</span>
      </div>
    );
  }
  if (kind === "other") return <p className="quiet">{t("form.otherText")}</p>;
  return <input id={id} className="input" type={types[kind] ?? "text"} min={field.min} max={kind === "money" ? undefined : field.max} />;
}

const grouped: readonly string[] = ["choices", "yesNo", "commitment", "table", "other"];

function PreviewField({ field }: { field: FormField }) {
  const { t } = useTranslation("callDesk");
  const id = useId();
  const title = `${field.title || t("rows.unnamed", { number: "" })}${field.kind === "money" ? t("form.wan") : ""}`;
  const label = (
    <>
      {title} {!field.required && <span className="quiet small">{t("form.optional")}</span>}
    </>
  );
  const hint = field.description && <span className="hint">{field.description}</span>;
  if (grouped.includes(field.kind)) {
    return (
      <fieldset className="field">
        <legend className="label">{label}</legend>
        {hint}
        <Control field={field} id={id} />
      </fieldset>
    );
  }
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint}
      <Control field={field} id={id} />
    </div>
  );
}

/** The form as an applicant meets it. What is typed here goes nowhere. */
export function FormPreview({ fields }: { fields: readonly FormField[] }) {
  const { t } = useTranslation("callDesk");
  if (fields.length === 0) return <p className="quiet">{t("form.empty")}</p>;
  return (
    <div className={styles.preview}>
      {fields.map((field) => (
        <PreviewField key={field.key} field={field} />
      ))}
    </div>
  );
}
