import { useState } from "react";
import { useTranslation } from "react-i18next";
import { EmptyState } from "@/ui/EmptyState";
import styles from "./callDesk.module.css";
import { FieldInspector } from "./FieldInspector";
import { freeKey, gapsOfForm, moved, newField, replaced, without } from "./formEdit";
import { FormPreview } from "./FormPreview";
import { type FormField, type FormModel, type Kind, kinds, readForm, writeForm } from "./formSchema";
import { MoveButtons } from "./Rows";
import type { StepProps } from "./stepProps";

function Palette({ onKind }: { onKind: (kind: Kind) => void }) {
  const { t } = useTranslation("callDesk");
  return (
    <details open>
      <summary>{t("form.add")}</summary>
      <div className={styles.palette}>
        {kinds.map((kind) => (
          <button key={kind} type="button" className="button compact" onClick={() => onKind(kind)}>
            {t(`form.kind.${kind}`)}
          </button>
        ))}
      </div>
    </details>
  );
}

interface ListProps {
  fields: FormField[];
  faulty: ReadonlySet<number>;
  at: number;
  onAt: (at: number) => void;
  onFields: (fields: FormField[]) => void;
}

function FieldList({ fields, faulty, at, onAt, onFields }: ListProps) {
  const { t } = useTranslation("callDesk");
  const move = (from: number, by: number) => {
    onFields(moved(fields, from, by));
    onAt(Math.min(Math.max(from + by, 0), fields.length - 1));
  };
  return (
    <ol className={styles.fields} aria-label={t("form.fields")}>
      {fields.map((field, place) => (
        <li key={field.key}>
          <button type="button" className={styles.fieldName} aria-pressed={place === at} onClick={() => onAt(place)}>
            {faulty.has(place) && <span title={t("form.faulty")}>⚠ </span>}
            {place + 1}. {field.title || t("rows.unnamed", { number: "" })}
            <span className="quiet small">
              {" "}
              {t(`form.kind.${field.kind}`)}
              {field.identifying && ` · ${t("form.hidden")}`}
            </span>
          </button>
          {place === at && (
            <MoveButtons
              name={field.title || String(place + 1)}
              first={place === 0}
              last={place === fields.length - 1}
              onMove={(by) => move(place, by)}
              onRemove={() => onFields(without(fields, place))}
            />
          )}
        </li>
      ))}
    </ol>
  );
}

function Builder({ model, onModel }: { model: FormModel; onModel: (model: FormModel) => void }) {
  const { t } = useTranslation("callDesk");
  const [chosen, setChosen] = useState(0);
  const { fields } = model;
  const at = Math.min(chosen, fields.length - 1);
  const field = fields[at];
  const gaps = gapsOfForm(model);
  const onFields = (next: FormField[]) => onModel({ ...model, fields: next });
  const add = (kind: Kind) => {
    onFields([...fields, newField(kind, freeKey(fields), t(`form.kind.${kind}`))]);
    setChosen(fields.length);
  };
  return (
    <div className={styles.builder}>
      <div className="stack-small">
        <FieldList fields={fields} faulty={new Set(gaps.map((gap) => gap.field))} at={at} onAt={setChosen} onFields={onFields} />
        <Palette onKind={add} />
      </div>
      <section className={styles.item} aria-label={t("form.inspector")}>
        {field ? (
          <FieldInspector
            key={at}
            field={field}
            change={(next) => onFields(replaced(fields, at, next))}
            problems={gaps.filter((gap) => gap.field === at).map((gap) => gap.gap)}
          />
        ) : (
          <EmptyState title={t("form.empty")} text={t("form.emptyText")} />
        )}
      </section>
      <section aria-label={t("preview")}>
        <strong>{t("form.preview")}</strong>
        <FormPreview fields={fields} />
      </section>
    </div>
  );
}

/** The form of the call, built of a fixed set of kinds. */
export function FormStep({ call, change, problems }: StepProps) {
  const { t } = useTranslation("callDesk");
  const model = readForm(call.formSchema);
  if (!model) {
    const again = (
      <button type="button" className="button" onClick={() => change({ formSchema: "" })}>
        {t("form.restart")}
      </button>
    );
    return <EmptyState title={t("form.unreadable")} action={again} />;
  }
  return (
    <>
      {problems.form_schema && (
        <p className="field">
          <span className="problem">{problems.form_schema}</span>
        </p>
      )}
      <Builder model={model} onModel={(next) => change({ formSchema: writeForm(next) })} />
    </>
  );
}
