import { type Browser, type Page } from "@playwright/test";
import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

// The calls of the demo have the year in which it was played.
const year = new Date().getFullYear();
const of = (call: string, page = "") => `/desk/calls/${call}-${year}${page && `/${page}`}`;

const pages: [name: string, address: string][] = [
  ["calls", "/desk"],
  ["new-call", "/desk/calls/new"],
  ["call", of("outreach")],
  ["extend", of("outreach", "extend")],
  ["submissions", of("youth", "submissions")],
  ["formality", of("outreach", "formality")],
  ["assignment", of("youth", "assignment?each=4")],
  ["assign-by-hand", of("youth", "assignment/add")],
  ["conflicts", of("youth", "conflicts")],
  ["progress", of("youth", "progress")],
  ["close-review", of("youth", "progress/close")],
  ["ranking", of("policy", "ranking")],
  ["notice", of("society", "notice")],
  ["experts", "/desk/experts"],
  ["new-expert", "/desk/experts/new"],
  ["import-experts", "/desk/experts/import"],
  ["holidays", `/desk/calendar?year=${year}`],
];

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.beforeEach(async ({ page }) => {
      await chooseLanguage(page, language);
      await signIn(page, accountOf("Programme officer"));
    });
    for (const [name, address] of pages) {
      test(`shows ${name}`, async ({ page }) => {
        await page.goto(address);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await checkPage(page, `officer.${name}.${language}`);
      });
    }
  });
}

/** A draft of last year's call, in the editor. */
async function makeDraft(page: Page, title: string): Promise<string> {
  await page.goto("/desk/calls/new");
  await page.getByLabel("沿用以往的征集").check();
  await page.getByLabel("以哪次征集为蓝本").selectOption({ label: "2022年科研课题 (2022)" });
  await page.getByLabel("标题", { exact: true }).fill(title);
  await page.getByRole("button", { name: "建立草稿" }).click();
  await page.waitForURL(/\/edit\?step=basics/);
  return new URL(page.url()).pathname;
}

const saved = (page: Page) => expect(page.locator("[data-save-state=saved]")).toBeVisible();

async function deleteDraft(page: Page, editor: string): Promise<void> {
  await page.goto(editor.replace(/edit$/, "delete"));
  await page.getByRole("button", { name: "删除草稿" }).click();
  await page.waitForURL(/\/desk$/);
}

async function secondOfficer(browser: Browser, baseURL: string | undefined): Promise<Page> {
  const context = await browser.newContext({ baseURL, locale: "zh-CN", timezoneId: "Asia/Shanghai" });
  const page = await context.newPage();
  await signIn(page, accountOf("Programme officer"));
  return page;
}

test.describe("an officer", () => {
  test.beforeEach(({ page }) => signIn(page, accountOf("Programme officer")));

  test("builds a form without JSON, and finds it again", async ({ page }, { project }) => {
    const editor = await makeDraft(page, `表单试编 ${project.name}`);
    await page.goto(`${editor}?step=form`);
    await page.getByRole("button", { name: "单选", exact: true }).click();
    await page.getByLabel("字段标题").fill("成果层次");
    await page.getByLabel("选项").fill("国家级\n自治区级");
    await page.getByLabel("必填").check();
    await saved(page);
    await checkPage(page, "officer.form-builder");
    await page.reload();
    await page.getByRole("button", { name: /6\. 成果层次/ }).click();
    await expect(page.getByLabel("选项")).toHaveValue("国家级\n自治区级");
    await page.getByRole("button", { name: "上移 成果层次" }).click();
    await expect(page.getByRole("button", { name: /5\. 成果层次/ })).toBeVisible();
    await saved(page);
    await page.goto(editor.replace(/edit$/, "publish"));
    await expect(page.getByText("6 个字段")).toBeVisible();
    await checkPage(page, "officer.publish");
    await deleteDraft(page, editor);
  });

  test("sees what another has changed meanwhile, and keeps both changes", async ({ page, browser, baseURL }, { project }) => {
    const editor = await makeDraft(page, `两人同编 ${project.name}`);
    const other = await secondOfficer(browser, baseURL);
    await other.goto(`${editor}?step=rules`);
    await expect(other.getByLabel("公示天数", { exact: true })).toBeVisible();
    await page.getByLabel("标题", { exact: true }).fill(`两人同编 ${project.name} 改`);
    await expect(page.locator("[data-save-state=unsaved]")).toBeVisible();
    await saved(page);
    await other.getByLabel("公示天数", { exact: true }).fill("9");
    const alert = other.getByRole("alert");
    await expect(alert).toContainText("另一位管理员刚刚保存了修改");
    await expect(alert).toContainText(`两人同编 ${project.name} 改`);
    await checkPage(other, "officer.conflict");
    await other.getByRole("button", { name: "保留对方的修改，再应用我的修改" }).click();
    await saved(other);
    await expect(other.getByRole("heading", { level: 1 })).toContainText(`两人同编 ${project.name} 改`);
    await other.reload();
    await expect(other.getByLabel("公示天数", { exact: true })).toHaveValue("9");
    await other.context().close();
    await deleteDraft(page, editor);
  });

  test("checks formality by keyboard", async ({ page, isMobile }) => {
    test.skip(isMobile, "there is no keyboard on a phone");
    await page.goto(of("outreach", "formality"));
    const title = page.getByRole("heading", { level: 2 }).first();
    await expect(title).toBeVisible();
    const first = await title.innerText();
    await page.keyboard.press("1");
    await expect(page.getByRole("group").getByRole("button", { name: "通过", exact: true })).toHaveAttribute("aria-pressed", "true");
    await page.keyboard.press("j");
    await expect(title).not.toHaveText(first);
    await page.keyboard.press("k");
    await expect(title).toHaveText(first);
  });

  test("sees what an assignment would be before it is one", async ({ page }) => {
    await page.goto(of("youth", "assignment"));
    await expect(page.getByText("已全部分配，无须新增")).toBeVisible();
    await page.getByLabel("每项评审数", { exact: true }).fill("4");
    await expect(page.getByRole("link", { name: /按此分配 \d+ 份评审/ })).toBeVisible();
    await expect(page.getByText("专家工作量（含已分配）")).toBeVisible();
    await page.getByRole("link", { name: /按此分配/ }).click();
    await expect(page.getByRole("button", { name: "分配并通知专家" })).toBeVisible();
    await checkPage(page, "officer.confirm-assignment");
  });

  test("finds the objection that waits, and who filed it", async ({ page }) => {
    await page.goto(of("society", "notice"));
    await page.getByRole("link", { name: "答复" }).click();
    await expect(page.getByRole("heading", { name: "答复异议" })).toBeVisible();
    await checkPage(page, "officer.objection");
  });
});
