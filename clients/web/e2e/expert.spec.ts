import type { Page } from "@playwright/test";
import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

const words = {
  "zh-CN": { mine: "我的评审", text: "申报内容", sheet: "评分表", sealed: "已提交并封存" },
  en: { mine: "My reviews", text: "Submission", sheet: "Score sheet", sealed: "Submitted and sealed" },
} as const;

/** Calls the API as who is signed in. */
async function call<Answer>(page: Page, method: string, request: object): Promise<Answer> {
  return page.evaluate(
    async ([path, body]) => {
      const headers = { "content-type": "application/json", "connect-protocol-version": "1" };
      const answer = await fetch(`/api/${path}`, { method: "POST", headers, body });
      return (await answer.json()) as Answer;
    },
    [`redpeak.${method}`, JSON.stringify(request)] as const,
  );
}

for (const language of ["zh-CN", "en"] as const) {
  const word = words[language];
  test.describe(`an expert, ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await chooseLanguage(page, language);
      await signIn(page, accountOf("Expert"));
    });

    test("sees what was asked, and reads what was sealed", async ({ page }) => {
      await page.goto("/reviews");
      await expect(page.getByRole("heading", { level: 1, name: word.mine })).toBeVisible();
      await checkPage(page, `reviews.${language}`);
      await page.goto("/reviews?group=done");
      await page.getByRole("main").locator("a[href*='/reviews/']").first().click();
      await expect(page.getByText(word.sealed)).toBeVisible();
      await expect(page.getByRole("tab", { name: word.text })).toBeVisible();
      await checkPage(page, `review-sealed.${language}`);
    });
  });
}

// The one review that waits is written once, so on one screen only.
test("accepts, scores by keyboard through a lost connection, checks and seals", async ({ page, context }, { project }) => {
  test.skip(project.name !== "desk", "the demo has one review that waits");
  await signIn(page, accountOf("Expert"));
  await page.goto("/reviews?group=toAnswer");
  const title = await page.locator("tbody tr td:first-child a").first().innerText();
  await page.getByRole("button", { name: "接受" }).first().click();
  await expect(page.getByRole("link", { name: title })).toHaveCount(0); // it waits for no answer any more
  await page.goto("/reviews?group=toWrite");
  await page.getByRole("link", { name: title }).click();
  await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
  const fields = page.locator("[data-criterion]");
  await expect(fields.first()).toBeVisible();
  await checkPage(page, "review-desk.zh-CN");

  const count = await fields.count();
  await page.locator("main").focus();
  for (let at = 0; at < count; at++) {
    await page.keyboard.press("Alt+ArrowDown");
    await page.keyboard.type("80");
  }
  await expect(page.getByRole("status").filter({ hasText: "80.00" })).toBeVisible();
  await expect(page.locator("[data-save-state=saved]")).toBeVisible();

  await context.setOffline(true);
  for (let at = 0; at < count; at++) await fields.nth(at).getByRole("textbox").last().fill(`论证充分，第 ${at + 1} 项。`);
  await expect(page.locator("[data-save-state=waiting]")).toBeVisible({ timeout: 30_000 });
  await context.setOffline(false);
  await expect(page.locator("[data-save-state=saved]")).toBeVisible({ timeout: 30_000 });

  await page.keyboard.press("Control+Enter");
  await expect(page.getByText("尚未选择评审建议")).toBeVisible();
  await checkPage(page, "review-gaps.zh-CN");
  await page.getByRole("link", { name: "继续填写" }).click();
  await page.getByRole("radio", { name: "可资助", exact: true }).check();
  await expect(page.locator("[data-save-state=saved]")).toBeVisible();
  await page.getByRole("button", { name: "核对并提交" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "核对并提交评审" })).toBeVisible();
  await expect(page.getByText("论证充分，第 1 项。")).toBeVisible();
  await checkPage(page, "review-check.zh-CN");
  await page.getByRole("button", { name: "提交评审" }).click();
  await expect(page.getByText("已提交并封存")).toBeVisible();
  await expect(page.locator("[data-criterion]")).toHaveCount(0);
});

test("is told that somebody else's review is not there", async ({ page }) => {
  await signIn(page, accountOf("Expert"));
  const answer = await call<{ code: string }>(page, "review.v1.ReviewService/ListRanking", { call: "calls/research-2022" });
  expect(answer.code).toBe("permission_denied");
  await page.goto("/submissions/01m4gvzfx8svw37nqjqzwjgfpc/reviews/01m64bxvx8ary7x1nnmnevvjrz");
  await expect(page.getByRole("heading", { level: 1 })).toContainText("没有找到");
});
