import { readFileSync } from "node:fs";
import { join } from "node:path";
import AxeBuilder from "@axe-core/playwright";
import { expect, type Page, test as base } from "@playwright/test";

export type RoleWord =
  | "Researcher" | "Unit officer" | "Expert" | "Programme officer" | "Approver" | "Auditor" | "Administrator";

const folder = () => process.env.REDPEAK_FOLDER ?? "";
const read = (name: string) => readFileSync(join(folder(), name), "utf8");

export interface Login {
  login: string;
  password: string;
}

/** The demo's account of a role. */
export function accountOf(role: RoleWord): Login {
  if (role === "Administrator") return { login: "admin@redpeak.invalid", password: read("password").trim() };
  const lines = read("demo").split("\n");
  const [login = "", password = ""] = (lines[lines.findIndex((line) => line.endsWith(role)) + 2] ?? "").trim().split(/\s+/);
  return { login, password };
}

/** The folder of the mail that the server sent. */
export const mailFolder = () => join(folder(), "mail");

/** Pages at the server's address. */
export const test = base.extend({
  baseURL: async ({}, use) => use(read("url").trim()),
});
export { expect };

export async function chooseLanguage(page: Page, language: "zh-CN" | "en"): Promise<void> {
  await page.addInitScript((chosen) => localStorage.setItem("redpeak.language", chosen), language);
}

/** Signs in as the role's account, without the page. */
export async function signIn(page: Page, { login, password }: Login): Promise<void> {
  await page.goto("/sign-in");
  const status = await page.evaluate(async (body) => {
    const headers = { "content-type": "application/json", "connect-protocol-version": "1", "redpeak-session": "cookie" };
    const answer = await fetch("/api/redpeak.identity.v1.IdentityService/SignIn", { method: "POST", headers, body });
    return answer.status;
  }, JSON.stringify({ login, password, client: "test" }));
  expect(status).toBe(200);
}

/** What every page must keep: no serious fault by axe, no sideways scroll, no English on Chinese controls. */
export async function checkPage(page: Page, name: string): Promise<void> {
  const project = base.info().project.name;
  await page.screenshot({ path: `../../build/screenshots/${project}/${name}.png`, fullPage: true });
  const { violations } = await new AxeBuilder({ page }).analyze();
  const serious = violations.filter(({ impact }) => impact === "serious" || impact === "critical");
  expect(serious.map(({ id, nodes }) => `${id}: ${nodes.map((node) => node.html).join(" ")}`)).toEqual([]);
  const overflow = await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(overflow, "sideways scroll").toBeLessThanOrEqual(0);
  if ((await page.locator("html").getAttribute("lang")) === "zh-CN") expect(await englishControls(page)).toEqual([]);
}

/** Texts of buttons, labels, headers and the like that hold no Chinese, though they hold words. */
async function englishControls(page: Page): Promise<string[]> {
  const texts = await page.locator("button, label, th, legend, summary, h1, h2, h3, nav a, [role=tab]").allInnerTexts();
  const marked = await page.locator("[aria-label], [placeholder]").evaluateAll((elements) =>
    elements.map((element) => element.getAttribute("aria-label") ?? element.getAttribute("placeholder") ?? ""),
  );
  const allowed = /^(English|PDF|xlsx|CSV|ORCID( iD)?|DOI)$/;
  return [...texts, ...marked]
    .map((text) => text.trim())
    .filter((text) => /[A-Za-z]{3,}/.test(text) && !/\p{Script=Han}/u.test(text) && !allowed.test(text));
}
