import type { Page } from "@playwright/test";
import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

test.describe.configure({ mode: "serial" }); // one account writes

const pdf = Buffer.from("%PDF-1.4\n1 0 obj<</Type/Catalog>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n");
const saved = (page: Page) => expect(page.locator("[data-save-state]")).toHaveAttribute("data-save-state", "saved");
const saveState = (page: Page) => page.locator("[data-save-state]");

/** Goes from the open calls to a new draft. */
async function begin(page: Page): Promise<string> {
  await page.goto("/calls");
  await page.getByRole("region", { name: "正在申报" }).getByRole("link").first().click();
  await page.getByRole("link", { name: "开始申报" }).click();
  await page.getByRole("button", { name: /开始填写|另起一份申报/ }).click();
  await expect(page).toHaveURL(/\/submissions\/[^/]+\/edit/);
  await expect(page.getByLabel("题目")).toBeVisible();
  return new URL(page.url()).pathname.replace("/edit", "");
}

async function remove(page: Page, address: string): Promise<void> {
  await page.goto(address);
  await page.getByRole("button", { name: "删除草稿" }).click();
  await page.getByRole("button", { name: "确认删除" }).click();
  await expect(page).toHaveURL(/\/submissions$/);
}

async function fillBasics(page: Page): Promise<void> {
  await page.getByLabel("题目").fill("沙地樟子松人工林退化机理研究");
  await page.getByRole("radio", { name: /一般课题/ }).check();
  await page.getByLabel("学科（GB/T 13745）").selectOption({ label: "林学" });
  await page.getByLabel("申请金额").fill("1.5");
  await page.getByLabel("开始日期").fill("2030-01-01");
  await page.getByLabel("结束日期").fill("2031-12-31");
  await page.getByLabel("摘要").fill("查明退化原因，提出修复办法。");
  await page.getByLabel(/关键词/).fill("樟子松；退化，修复");
}

async function fillForm(page: Page): Promise<void> {
  await page.getByLabel("研究意义与现状").fill("樟子松林退化日益严重。");
  await page.getByLabel("研究方法与技术路线").fill("样地调查与控制试验。");
  await page.getByRole("checkbox", { name: "论文" }).check();
  await page.getByLabel("负责人前期研究基础").fill("主持过两项课题。");
  await page.getByRole("checkbox", { name: "承诺所填内容属实" }).check();
}

test.beforeEach(async ({ page }) => {
  await chooseLanguage(page, "zh-CN");
  await signIn(page, accountOf("Researcher"));
});

test("reads the calls without an account", async ({ browser, baseURL }) => {
  const context = await browser.newContext({ baseURL: baseURL ?? "" });
  const page = await context.newPage();
  await chooseLanguage(page, "zh-CN");
  await page.goto("/calls");
  await expect(page.getByRole("heading", { name: "正在申报" })).toBeVisible();
  await checkPage(page, "calls.zh-CN");
  await page.getByRole("region", { name: "正在申报" }).getByRole("link").first().click();
  await expect(page.getByRole("heading", { name: "评审标准" })).toBeVisible();
  await checkPage(page, "call.zh-CN");
  await page.getByRole("link", { name: "开始申报" }).click();
  await expect(page.getByRole("heading", { name: "登录" })).toBeVisible();
  await context.close();
});

test("writes, checks, sends and takes back an application", async ({ page }, { project }) => {
  test.skip(project.name !== "desk", "a leader may send one");
  const address = await begin(page);
  await page.getByRole("button", { name: /^下一步/ }).click();
  await page.goto(`${address}/check`);
  await expect(page.getByText(/提交前还有 \d+ 处/)).toBeVisible();
  await expect(page.getByRole("button", { name: "确认提交" })).toBeDisabled();
  await checkPage(page, "check.missing.zh-CN");
  await page.getByRole("link", { name: "题目：必填" }).click();
  await expect(page.getByLabel("题目")).toBeFocused();
  await fillBasics(page);
  await saved(page);
  await checkPage(page, "edit.basics.zh-CN");
  await page.getByRole("button", { name: "下一步：申报内容" }).click();
  await fillForm(page);
  await checkPage(page, "edit.form.zh-CN");
  await page.getByRole("button", { name: "下一步：团队" }).click();
  await page.getByRole("button", { name: "添加成员" }).click();
  await page.getByLabel("成员 1 姓名").fill("乌云");
  await page.getByRole("textbox", { name: /^单位/ }).fill("林业科学研究所");
  await checkPage(page, "edit.team.zh-CN");
  await page.getByRole("button", { name: "下一步：附件" }).click();
  await saved(page);
  await page.locator("input[data-slot=insert]").setInputFiles({ name: "活页.pdf", mimeType: "application/pdf", buffer: pdf });
  await expect(page.getByRole("link", { name: "活页.pdf" })).toBeVisible();
  await checkPage(page, "edit.files.zh-CN");
  await page.goto(`${address}/preview?as=expert`);
  await expect(page.getByText("沙地樟子松人工林退化机理研究").last()).toBeVisible();
  await expect(page.getByText("主持过两项课题。")).toHaveCount(0);
  await checkPage(page, "preview.zh-CN");
  await page.goto(`${address}/check`);
  await expect(page.getByText("填写完整，可以提交。")).toBeVisible();
  await checkPage(page, "check.zh-CN");
  await page.getByRole("button", { name: "确认提交" }).click();
  await expect(page.getByText(/已用本机核对：提交内容与校验码一致/)).toBeVisible();
  await expect(page.getByText(/^KT\d+-\d+$/)).toBeVisible();
  await checkPage(page, "receipt.zh-CN");
  await page.getByRole("link", { name: "查看申报" }).click();
  await expect(page.getByText("待推荐", { exact: true })).toBeVisible();
  await checkPage(page, "submission.zh-CN");
  await page.getByRole("link", { name: "撤回申报" }).click();
  await checkPage(page, "withdraw.zh-CN");
  await page.getByRole("button", { name: "确认撤回" }).click();
  await expect(page.getByText("申报已撤回。")).toBeVisible();
});

test("keeps what is typed while the connection is lost", async ({ page, context }) => {
  const address = await begin(page);
  await page.getByLabel("题目").fill("在线");
  await saved(page);
  await context.setOffline(true);
  await page.getByLabel("题目").fill("离线时写的题目");
  await expect(saveState(page)).toHaveAttribute("data-save-state", "waiting");
  await context.setOffline(false);
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("题目")).toHaveValue("离线时写的题目");
  await remove(page, address);
});

test("keeps what is typed when the session ends", async ({ page, context }) => {
  const { login, password } = accountOf("Researcher");
  const address = await begin(page);
  await context.clearCookies();
  await page.getByLabel("题目").fill("登录过期时写的题目");
  const dialog = page.getByRole("dialog", { name: "登录已过期" });
  await expect(dialog).toBeVisible();
  await checkPage(page, "session-ended.zh-CN");
  await expect(dialog.getByLabel("登录邮箱")).toHaveValue(login);
  await dialog.getByLabel("密码").fill(password);
  await dialog.getByRole("button", { name: "登录", exact: true }).click();
  await expect(dialog).toBeHidden();
  await saved(page);
  await page.reload();
  await expect(page.getByLabel("题目")).toHaveValue("登录过期时写的题目");
  await remove(page, address);
});

test("goes on with what this device kept when the tab was closed unsaved", async ({ page, context }) => {
  const address = await begin(page);
  await page.route("**/*SubmissionsService/UpdateSubmission", (route) => route.abort());
  await page.getByLabel("题目").fill("没来得及保存的题目");
  await expect(saveState(page)).toHaveAttribute("data-save-state", "waiting", { timeout: 20_000 });
  await page.close({ runBeforeUnload: false });
  const again = await context.newPage();
  await chooseLanguage(again, "zh-CN");
  await again.goto(`${address}/edit`);
  await expect(again.getByLabel("题目")).toHaveValue("没来得及保存的题目");
  await saved(again);
  await remove(again, address);
});

test("writes in one window at a time", async ({ page, context }) => {
  const address = await begin(page);
  const second = await context.newPage();
  await chooseLanguage(second, "zh-CN");
  await second.goto(`${address}/edit`);
  await expect(second.getByText("这份申报正在另一个窗口中填写")).toBeVisible();
  await page.goto("/submissions");
  await expect(second.getByLabel("题目")).toBeVisible();
  await remove(second, address);
});

test("finds own applications, and the results of a year that is over", async ({ page }) => {
  await page.goto("/submissions");
  await expect(page.getByRole("heading", { name: "我的申报" })).toBeVisible();
  await expect(page.getByRole("link", { name: /二期/ }).first()).toBeVisible();
  await checkPage(page, "submissions.zh-CN");
  await page.goto("/profile");
  await expect(page.getByLabel("姓名")).not.toHaveValue("");
  await checkPage(page, "profile.zh-CN");
});

test("has its pages in English", async ({ page }) => {
  const address = await begin(page);
  await chooseLanguage(page, "en");
  for (const [path, title, name] of [
    ["/", /^Good /, "home.researcher"],
    ["/submissions", /^My applications$/, "submissions"],
    ["/profile", /^Profile$/, "profile"],
    [`${address}/edit`, /^Untitled application$/, "edit.basics"],
    [`${address}/edit?step=form&check=1`, /^Untitled application$/, "edit.form"],
    [`${address}/check`, /^Check and send$/, "check.missing"],
    ["/calls", /^Calls$/, "calls"],
  ] as const) {
    await page.goto(path);
    await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
    await checkPage(page, `${name}.en`);
  }
  await page.addInitScript(() => localStorage.setItem("redpeak.language", "zh-CN"));
  await remove(page, address);
});
