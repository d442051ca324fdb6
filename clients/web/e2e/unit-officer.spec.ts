import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

test.describe.configure({ mode: "serial" });

test.beforeEach(async ({ page }) => {
  await chooseLanguage(page, "zh-CN");
  await signIn(page, accountOf("Unit officer"));
});

test("is told at home what waits, reads it, and may return it only with a reason", async ({ page }) => {
  await page.goto("/");
  await expect(page.getByRole("heading", { name: /待办事项/ })).toBeVisible();
  await checkPage(page, "home.unit-officer.zh-CN");
  await page.getByRole("link", { name: /推荐或退回 \d+ 项申报/ }).first().click();
  await expect(page.getByRole("heading", { level: 1, name: "待推荐的申报" })).toBeVisible();
  await expect(page.getByRole("checkbox").first()).toBeVisible();
  await checkPage(page, "endorsements.zh-CN");
  await page.getByRole("link", { name: /二期/ }).first().click();
  await expect(page.getByRole("heading", { name: "申报内容" })).toBeVisible();
  await checkPage(page, "submission.unit-officer.zh-CN");
  await page.getByRole("link", { name: "退回修改" }).click();
  await page.getByRole("button", { name: "确认退回 1 份" }).click();
  await expect(page.getByText("请写明退回原因")).toBeVisible();
  await expect(page.getByLabel("退回原因")).toBeFocused();
  await checkPage(page, "return.zh-CN");
});

test("endorses what was chosen and sees what became of each", async ({ page }) => {
  await page.goto("/endorsements");
  const box = page.getByRole("checkbox", { name: /二期/ }).first();
  const empty = page.getByText("没有等待推荐的申报");
  await expect(box.or(empty)).toBeVisible();
  test.skip(await empty.isVisible(), "all are endorsed");
  await box.check();
  await page.getByRole("link", { name: "推荐", exact: true }).click();
  await expect(page.getByRole("heading", { level: 1, name: "推荐 1 份申报" })).toBeVisible();
  await checkPage(page, "endorse.zh-CN");
  await page.getByRole("button", { name: "确认推荐 1 份" }).click();
  await expect(page.getByText("已推荐 1 份。")).toBeVisible();
  await expect(page.getByText("已推荐", { exact: true })).toBeVisible();
  await checkPage(page, "endorsed.zh-CN");
});

test("finds the unit's applications by state, and as a sheet", async ({ page }) => {
  await page.goto("/unit-submissions?status=FUNDED");
  await expect(page.getByRole("heading", { level: 1, name: "本单位的申报" })).toBeVisible();
  await expect(page.getByText("已立项", { exact: true }).nth(1)).toBeVisible();
  await checkPage(page, "unit-submissions.zh-CN");
  const [sheet] = await Promise.all([page.waitForEvent("download"), page.getByRole("link", { name: "导出 xlsx" }).click()]);
  expect(sheet.suggestedFilename()).toMatch(/\.xlsx$/);
});

test("has its pages in English", async ({ page }) => {
  await chooseLanguage(page, "en");
  for (const [path, title, name] of [
    ["/", /^Good /, "home.unit-officer"],
    ["/endorsements", /^To endorse$/, "endorsements"],
    ["/unit-submissions", /^My unit's applications$/, "unit-submissions"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await checkPage(page, `${name}.en`);
  }
});
