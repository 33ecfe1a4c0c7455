import { defineConfig } from "vitest/config";
import { WxtVitest } from "wxt/testing/vitest-plugin";

export default defineConfig({
	plugins: [WxtVitest()],
	test: {
		include: ["tests/unit/**/*.test.{ts,tsx}"],
		globalSetup: "tests/unit/bridge/support/built.ts",
		environment: "node",
		restoreMocks: true,
		testTimeout: 60_000,
	},
});
