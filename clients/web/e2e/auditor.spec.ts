import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

const words = {
  "zh-CN": { submissions: "全部申报", reviews: "全部评审", events: "操作记录", subject: "此对象的记录", drop: "不限" },
  en: { submissions: "All submissions", reviews: "All reviews", events: "Events", subject: "Events of this", drop: "Any" },
} as const;

for (const language of ["zh-CN", "en"] as const) {
  const word = words[language];
  test.describe(`an auditor, ${language}`, () => {
    test.beforeEach(async ({ page }) => {
      await chooseLanguage(page, language);
      await signIn(page, accountOf("Auditor"));
    });

    for (const [path, title] of [
      ["/audit/submissions", word.submissions],
      ["/audit/reviews", word.reviews],
    ] as const) {
      test(`reads ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1, name: title })).toBeVisible();
        await expect(page.getByRole("main").getByRole("link").first()).toBeVisible();
        await checkPage(page, `${path.slice(1).replace("/", "-")}.${language}`);
      });
    }

    test("reads one review", async ({ page }) => {
      await page.goto("/audit/reviews?state=3");
      await page.getByRole("main").locator("a[href*='/reviews/']").first().click();
      await expect(page).toHaveURL(/submissions\/[^/]+\/reviews\//);
      await expect(page.getByRole("main").getByRole("table")).toBeVisible();
      await expect(page.getByRole("main").getByRole("textbox")).toHaveCount(0);
      await checkPage(page, `audit-review.${language}`);
    });

    test("follows the events of one thing", async ({ page }) => {
      await page.goto("/events?kind=proposal_changed");
      await expect(page.getByRole("heading", { level: 1, name: word.events })).toBeVisible();
      await checkPage(page, `events.${language}`);
      await page.getByRole("link", { name: word.subject }).first().click();
      await expect(page).toHaveURL(/subject=/);
      await expect(page.getByRole("button", { name: word.drop })).toBeVisible();
      await checkPage(page, `events-of-one.${language}`);
    });
  });
}

test("an auditor exports the events as xlsx", async ({ page }) => {
  await signIn(page, accountOf("Auditor"));
  await page.goto("/events?kind=call_changed");
  const link = page.getByRole("link", { name: "导出 xlsx" });
  await expect(link).toHaveAttribute("href", /ListEvents/);
});
