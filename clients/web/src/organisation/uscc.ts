// The unified social credit code of GB 32100-2015: 17 characters, the third to eighth digits, and a check character.
const alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
const length = 18;

export type UsccState = "empty" | "short" | "right" | "wrong";

/** As it is written: capitals, without white space around. */
export const tidyUscc = (typed: string) => typed.trim().toUpperCase();

function checkCharacter(code: string): string {
  let weight = 1;
  let sum = 0;
  for (const character of code.slice(0, length - 1)) {
    sum += alphabet.indexOf(character) * weight;
    weight = (weight * 3) % alphabet.length;
  }
  return alphabet.charAt((alphabet.length - (sum % alphabet.length)) % alphabet.length);
}

/** How far what was typed is a code; "short" while it may still become one. */
export function usccState(typed: string): UsccState {
  const code = tidyUscc(typed);
  if (code === "") return "empty";
  if ([...code].some((character) => !alphabet.includes(character)) || code.length > length) return "wrong";
  if (!/^\d*$/.test(code.slice(2, 8))) return "wrong";
  if (code.length < length) return "short";
  return code.endsWith(checkCharacter(code)) ? "right" : "wrong";
}
