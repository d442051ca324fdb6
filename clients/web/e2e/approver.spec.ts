import type { Page } from "@playwright/test";
import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

const words = {
  "zh-CN": { list: "拟立项名单", sign: "签署…", approved: "已批准" },
  en: { list: "Proposed lists", sign: "Sign…", approved: "Approved" },
} as const;

/** Opens the first list that is in a stage. */
async function openFirst(page: Page, stage: string): Promise<void> {
  await page.goto(`/proposals?stage=${stage}`);
  await page.getByRole("main").locator("a[href*='/proposals/']").first().click();
  await expect(page.locator("h2#totals")).toBeVisible();
}

for (const language of ["zh-CN", "en"] as const) {
  const word = words[language];
  test.describe(`an approver, ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await chooseLanguage(page, language);
      await signIn(page, accountOf("Approver"));
    });

    test("looks at every list and the evidence", async ({ page }) => {
      await page.goto("/proposals");
      await expect(page.getByRole("heading", { level: 1, name: word.list })).toBeVisible();
      await checkPage(page, `proposals.${language}`);
      await openFirst(page, "approved");
      await expect(page.getByText(word.approved).first()).toBeVisible();
      await expect(page.getByRole("link", { name: word.sign })).toHaveCount(0);
      await checkPage(page, `proposal-approved.${language}`);
    });
  });
}

/** Takes the first that the list has out or in, as an officer. */
async function makeException(page: Page, button: "列入" | "移出", reason: string): Promise<void> {
  const list = page.locator("section[aria-label='排名与名单']");
  const links = list.getByRole("link", { name: button, exact: true });
  await (button === "列入" ? links.first() : links.last()).click();
  await page.getByLabel("理由").fill(reason);
  await page.getByRole("button", { name: button, exact: true }).click();
  await expect(page.locator("h2#totals")).toBeVisible();
}

test("a list is overdrawn, refused, put right, signed, and sent back", async ({ page, browser, baseURL }, { project }) => {
  test.skip(project.name !== "desk", "the demo has one list to sign");
  const other = await browser.newContext({ baseURL, locale: "zh-CN" });
  const officer = await other.newPage();
  await signIn(officer, accountOf("Programme officer"));
  await openFirst(officer, "toSign");
  await makeException(officer, "列入", "填补本地空白，专家一致推荐。");
  await expect(officer.getByRole("heading", { name: "例外", exact: true })).toBeVisible();

  await signIn(page, accountOf("Approver"));
  await openFirst(page, "toSign");
  await expect(page.getByText("填补本地空白，专家一致推荐。").first()).toBeVisible();
  await checkPage(page, "proposal-to-sign.zh-CN");
  await page.getByRole("link", { name: "签署…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "签署名单" })).toBeVisible();
  await page.getByRole("button", { name: "签署名单" }).click();
  await expect(page.getByRole("alert")).toContainText("超出可资助的数量或预算");
  await checkPage(page, "proposal-sign-refused.zh-CN");

  await makeException(officer, "移出", "恢复为排名的结果。");
  await expect(officer.getByText("没有，完全按照排名")).toBeVisible();
  await other.close();

  await openFirst(page, "toSign");
  const address = page.url();
  await page.getByRole("link", { name: "签署…" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "签署名单" })).toBeVisible();
  await checkPage(page, "proposal-sign.zh-CN");
  await page.getByRole("button", { name: "签署名单" }).click();
  await expect(page.getByText("已签署，等待项目管理员发布公示。")).toBeVisible();

  await page.getByRole("link", { name: "退回修改" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "退回已签署的名单" })).toBeVisible();
  await checkPage(page, "proposal-withdraw.zh-CN");
  await page.getByLabel("理由").fill("请再核对同分的处理。");
  await page.getByRole("button", { name: "退回修改" }).click();
  await expect(page.getByText("等待审批人签署。")).toBeVisible();
  expect(page.url()).toBe(address);
});
