import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { type Colours, dark, light } from "./tokens";

const css = readFileSync(new URL("./theme.css", import.meta.url), "utf8");
const [lightCss = "", darkCss = ""] = css.split(':root[data-theme="dark"]');

function variables(colours: Colours): [string, string][] {
  const { tones, primaryStrong, onPrimary, ...plain } = colours;
  return [
    ...Object.entries(plain),
    ["primary-strong", primaryStrong],
    ["on-primary", onPrimary],
    ...Object.entries(tones).flatMap(([tone, { text, fill }]): [string, string][] => [
      [`${tone}-text`, text],
      [`${tone}-fill`, fill],
    ]),
  ];
}

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const part = parseInt(hex.slice(at, at + 2), 16) / 255;
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}
function contrast(one: string, other: string): number {
  const [darker = 0, lighter = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (lighter + 0.05) / (darker + 0.05);
}

test.each([
  ["light", light, lightCss],
  ["dark", dark, darkCss],
] as const)("%s: the style sheet and the tokens agree", (_, colours, text) => {
  for (const [name, value] of variables(colours)) expect(text).toContain(`--${name}: ${value};`);
});

test.each([
  ["light", light],
  ["dark", dark],
] as const)("%s: texts have 4.5:1, controls 3:1", (_, colours) => {
  const grounds = [colours.page, colours.surface, colours.raised];
  for (const ground of grounds) {
    for (const text of [colours.text, colours.quiet, colours.primary, colours.error]) {
      expect(contrast(text, ground), `${text} on ${ground}`).toBeGreaterThanOrEqual(4.5);
    }
    expect(contrast(colours.control, ground), ground).toBeGreaterThanOrEqual(3);
  }
  expect(contrast(colours.onPrimary, colours.primary)).toBeGreaterThanOrEqual(4.5);
  expect(contrast(colours.onPrimary, colours.primaryStrong)).toBeGreaterThanOrEqual(4.5);
  for (const { text, fill } of Object.values(colours.tones)) {
    expect(contrast(text, fill), text).toBeGreaterThanOrEqual(4.5);
  }
});
