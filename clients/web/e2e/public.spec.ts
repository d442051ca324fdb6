import { checkPage, chooseLanguage, expect, test } from "./world";

test("anybody objects to a notice by real name, after one mistake, and gets a receipt", async ({ page }) => {
  await chooseLanguage(page, "zh-CN");
  await page.goto("/notices");
  const running = page.getByRole("listitem").filter({ hasText: "公示中" }).first();
  await running.getByRole("link").click();
  const number = (await page.getByText(/^[A-Z]+\d{4}-\d{6}$/).first().innerText()).trim();
  await page.getByRole("link", { name: "提出异议" }).click();
  await page.getByRole("button", { name: "下一步：核对" }).click();
  await expect(page.getByRole("alert")).toContainText("请改正以下各项");
  await checkPage(page, "public.object.zh-CN");
  await page.getByLabel("项目的受理编号").fill(number);
  await page.getByLabel("真实姓名").fill("王五");
  await page.getByLabel("联系方式").fill("13800000000");
  await page.getByLabel("异议内容").fill("这一项目与已结题的项目内容重复，请予核查。");
  await page.getByRole("button", { name: "下一步：核对" }).click();
  await expect(page.getByRole("heading", { name: "请核对" })).toBeVisible();
  await page.getByRole("button", { name: "提交异议" }).click();
  await expect(page.getByText("异议已收到")).toBeVisible();
  await checkPage(page, "public.receipt.zh-CN");
});
