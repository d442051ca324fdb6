import type { Language } from "@/i18n/i18n";

const fenPerWan = 1_000_000n;

/** A sum in 万元 without its unit, exact: 2500000 fen is "2.5". Takes fen. */
export function formatWan(fen: bigint | number | string, language: Language): string {
  const value = BigInt(fen);
  const size = value < 0n ? -value : value;
  const whole = (size / fenPerWan).toLocaleString(language);
  const rest = (size % fenPerWan).toString().padStart(6, "0").replace(/0+$/, "");
  return `${value < 0n ? "-" : ""}${whole}${rest && `.${rest}`}`;
}

/** Fen of what was typed as 万元; undefined where it is not a sum of at least 0, exact to one fen. */
export function parseWan(text: string): bigint | undefined {
  const match = /^(\d{1,9})(?:\.(\d{0,6}))?$/.exec(text.trim().replaceAll(/[,，]/g, ""));
  if (!match) return undefined;
  return BigInt(match[1] ?? "0") * fenPerWan + BigInt((match[2] ?? "").padEnd(6, "0"));
}
