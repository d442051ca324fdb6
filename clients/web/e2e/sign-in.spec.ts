import { accountOf, checkPage, chooseLanguage, expect, test } from "./world";

const words = {
  "zh-CN": { title: "登录", login: "登录邮箱", password: "密码", wrong: "邮箱或密码不正确", home: "管理员，" },
  en: {
    title: "Sign in",
    login: "E-mail address",
    password: "Password",
    wrong: "The login or the password is wrong",
    home: "Good ",
  },
} as const;

for (const language of ["zh-CN", "en"] as const) {
  const word = words[language];
  test.describe(language, () => {
    test.beforeEach(({ page }) => chooseLanguage(page, language));

    test("signs in, after one mistake, and comes to where it was asked for", async ({ page }) => {
      const { login, password } = accountOf("Administrator");
      await page.goto("/?from=mail");
      await expect(page.getByRole("heading", { name: word.title })).toBeVisible();
      await checkPage(page, `sign-in.${language}`);
      await page.getByLabel(word.login).fill(login);
      await page.getByLabel(word.password).fill("wrong-password");
      await page.getByRole("button", { name: word.title }).click();
      await expect(page.getByRole("alert")).toContainText(word.wrong);
      await page.getByLabel(word.password).fill(password);
      await page.getByRole("button", { name: word.title }).click();
      await expect(page.getByRole("heading", { level: 1 })).toContainText(word.home);
      expect(page.url()).toContain("from=mail");
      await checkPage(page, `home.${language}`);
    });

    for (const path of ["/activate", "/activate?token=x", "/recover", "/register", "/no-such-page"]) {
      test(`shows ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await checkPage(page, `${path.slice(1).replace("?", ".")}.${language}`);
      });
    }
  });
}

test("refuses a link that never was, in words", async ({ page }) => {
  await page.goto("/activate?token=never-was");
  await page.getByLabel("新密码").fill("a-Long-pass-2022");
  await page.getByRole("button", { name: "设置密码并登录" }).click();
  await expect(page.getByRole("alert")).toContainText("链接已使用、已过期或无效");
});
