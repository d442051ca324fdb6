import { accountOf, checkPage, chooseLanguage, expect, signIn, test } from "./world";

const words = {
  "zh-CN": { submissions: "全部申报", reviews: "全部评审" },
  en: { submissions: "All submissions", reviews: "All reviews" },
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
  });
}
