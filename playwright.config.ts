import { defineConfig } from "@playwright/test";

// Every test runs the production build in a browser of its own; two at once is what a small machine bears.
export default defineConfig({
	testDir: "tests/browser",
	testMatch: "**/*.spec.ts",
	// They need Xvfb, which is there for Linux; the setup says so elsewhere. On Linux they fail where it is missing.
	testIgnore: process.platform === "linux" ? [] : ["**/window.spec.ts"],
	outputDir: "test-results",
	fullyParallel: true,
	workers: 2,
	forbidOnly: Boolean(process.env.CI),
	// A browser that stumbles in CI is tried again, named in the report as flaky, and does not stop everybody's work.
	retries: process.env.CI ? 2 : 0,
	timeout: 60_000,
	expect: { timeout: 10_000 },
	reporter: [["list"], ["json", { outputFile: "test-results/browser.json" }]],
});
