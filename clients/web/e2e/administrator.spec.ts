import { accountOf, chooseLanguage, expect, signIn, test } from "./world";

test.beforeEach(async ({ page }) => {
  await chooseLanguage(page, "zh-CN");
  await signIn(page, accountOf("Administrator"));
});

test("checks a credit code as it is typed", async ({ page }) => {
  await page.goto("/organisations/new");
  const code = page.getByLabel("统一社会信用代码");
  await code.fill("91350200776049653A");
  await expect(page.getByText("校验通过")).toBeVisible();
  await code.fill("913502007760496530");
  await expect(page.getByText("校验未通过")).toBeVisible();
  await expect(page.getByLabel("代码校验例外说明")).toBeVisible();
});

test("shows at its cell what is wrong in a file, and takes it in once it is right there", async ({ page }, info) => {
  const id = `import-${info.project.name}-${Date.now()}`;
  const file = `id,name,uscc,region,kind,endorsed_by\n${id},${id}单位,,15040,university,\n`;
  await page.goto("/imports/organisations");
  await page.getByLabel("选择 CSV 文件").setInputFiles({ name: "units.csv", mimeType: "text/csv", buffer: Buffer.from(file) });
  await expect(page.getByText("有 1 处需要改正")).toBeVisible();
  await page.getByLabel(/第 2 行 region/).fill("150400");
  await page.getByRole("button", { name: "重新检查" }).click();
  await page.getByRole("button", { name: "导入 1 行" }).click();
  await expect(page.getByText("已导入 1 个单位")).toBeVisible();
});
