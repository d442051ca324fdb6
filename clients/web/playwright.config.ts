import { defineConfig } from "@playwright/test";

const common = {
  locale: "zh-CN",
  timezoneId: "Asia/Shanghai",
  contextOptions: { reducedMotion: "reduce" as const },
  launchOptions: { executablePath: "/usr/bin/chromium", args: ["--no-sandbox"] },
  trace: "retain-on-failure" as const,
};

export default defineConfig({
  testDir: "e2e",
  testMatch: "*.spec.ts",
  outputDir: "../../build/browser",
  globalSetup: "./e2e/start.ts",
  fullyParallel: true,
  workers: 2,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [["list"]],
  projects: [
    { name: "desk", use: { ...common, viewport: { width: 1440, height: 900 } } },
    { name: "phone", use: { ...common, viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true } },
  ],
});
