import type { ReactNode } from "react";
import { useTranslation } from "react-i18next";
import styles from "./StatusChip.module.css";
import { type Tone, toneOf } from "./tones";

/** A short word with a tone. */
export function Chip({ tone = "neutral", children }: { tone?: Tone; children: ReactNode }) {
  return <span className={`${styles.chip} ${styles[tone]}`}>{children}</span>;
}

interface EnumLike {
  typeName: string;
  value: Record<number, { name: string } | undefined>;
}

/** The name of an enum's value, as JSON has it. */
export function enumName(schema: EnumLike, value: number): string {
  return schema.value[value]?.name ?? "";
}

interface Props {
  /** The enum's schema, e.g. Submission_StatusSchema; or its name without "redpeak." for pages that load no schema. */
  of: EnumLike | string;
  /** The value's number, or its name. */
  value: number | string;
  tone?: Tone;
}

/** The text of an enum's value in the user's language. */
export function EnumText({ of, value }: Omit<Props, "tone">) {
  const { t } = useTranslation("terms");
  const [type, name] = partsOf(of, value);
  return t(`enum.${type}.${name}`, { defaultValue: name });
}

/** A state in words and colour. */
export function StatusChip({ of, value, tone }: Props) {
  const [, name] = partsOf(of, value);
  if (!name || name.endsWith("_UNSPECIFIED")) return null;
  return (
    <Chip tone={tone ?? toneOf(name)}>
      <EnumText of={of} value={value} />
    </Chip>
  );
}

function partsOf(of: EnumLike | string, value: number | string): [type: string, name: string] {
  const type = (typeof of === "string" ? of : of.typeName).replace(/^redpeak\./, "");
  const name = typeof value === "string" || typeof of === "string" ? String(value) : enumName(of, value);
  return [type, name];
}
