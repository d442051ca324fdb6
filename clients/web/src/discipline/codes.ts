/** The first level of GB/T 13745-2009 by its five gates; names are in this folder's catalogues. */
export const gates: readonly { gate: string; codes: readonly string[] }[] = [
  { gate: "A", codes: ["110", "120", "130", "140", "150", "160", "170", "180", "190"] },
  { gate: "B", codes: ["210", "220", "230", "240"] },
  { gate: "C", codes: ["310", "320", "330", "340", "350", "360"] },
  {
    gate: "D",
    codes: [
      "410", "413", "416", "420", "430", "440", "450", "460", "470", "480", "490", "510", "520", "530", "535", "540",
      "550", "560", "570", "580", "590", "610", "620", "630",
    ],
  },
  {
    gate: "E",
    codes: [
      "710", "720", "730", "740", "750", "760", "770", "780", "790", "810", "820", "830", "840", "850", "860", "870",
      "880", "890", "910",
    ],
  },
];

const known = new Set(gates.flatMap(({ codes }) => codes));

/** The first level of a code: three digits; "" where the standard has no such. */
export function firstLevelOf(code: string): string {
  const first = code.slice(0, 3);
  return known.has(first) ? first : "";
}

/** Whether it may be a code: three digits that the standard has, and two or four more. */
export function isDisciplineCode(code: string): boolean {
  return /^\d{3}(\d{2}){0,2}$/.test(code) && firstLevelOf(code) !== "";
}
