import { accountOf, checkPage, chooseLanguage, expect, type RoleWord, signIn, test } from "./world";

// The pages that each role finds at fixed addresses; what leads into one resource is in the roles' own specs.
const common = ["/", "/inbox", "/sessions", "/password", "/profile"];
const pages: [role: RoleWord, paths: string[]][] = [
  ["Researcher", [...common, "/submissions"]],
  ["Unit officer", [...common, "/endorsements", "/people"]],
  ["Expert", [...common, "/reviews"]],
  ["Programme officer", [...common, "/desk", "/organisations", "/people/new", "/imports/experts"]],
  ["Approver", [...common, "/proposals"]],
  ["Auditor", [...common, "/desk", "/accounts"]],
  [
    "Administrator",
    [
      ...common, "/organisations", "/organisations/new", "/people", "/people/new", "/accounts", "/imports/organisations",
      "/imports/people", "/search?q=%E5%8D%8F%E4%BC%9A",
    ],
  ],
];
const publicPages = ["/welcome", "/calls", "/notices", "/awards"];

const id = /\b(organisations|people|calls|accounts|submissions|experts|notices)\/[a-z0-9]/;
const fileOf = (path: string) => path.replaceAll(/[^a-z]+/g, "-").replace(/^-|-$/g, "") || "home";

for (const language of ["zh-CN", "en"] as const) {
  test.describe(language, () => {
    test.beforeEach(({ page }) => chooseLanguage(page, language));

    for (const [role, paths] of pages) {
      test(`shows ${role} every page`, async ({ page }) => {
        test.slow();
        await signIn(page, accountOf(role));
        for (const path of paths) {
          await page.goto(path);
          await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
          await page.waitForLoadState("networkidle");
          expect(await page.locator("main").innerText(), path).not.toMatch(id);
          await checkPage(page, `${role.toLowerCase().replace(" ", "-")}.${fileOf(path)}.${language}`);
        }
      });
    }

    for (const path of publicPages) {
      test(`shows everybody ${path}`, async ({ page }) => {
        await page.goto(path);
        await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
        await page.waitForLoadState("networkidle");
        await checkPage(page, `public.${fileOf(path)}.${language}`);
      });
    }
  });
}
