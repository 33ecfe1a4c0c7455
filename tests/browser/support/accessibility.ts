import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import type { Page } from "@playwright/test";
import type axe from "axe-core";

const source = readFileSync(createRequire(import.meta.url).resolve("axe-core/axe.min.js"), "utf8");

/** What axe finds wrong in a page as it is now, a line a rule with the elements it is about. */
export async function accessibilityProblems(page: Page): Promise<string[]> {
	// As an expression of the debugger: the extension's content security policy forbids a script element.
	if (!(await page.evaluate(() => "axe" in globalThis))) await page.evaluate(source);
	return page.evaluate(async () => {
		const runner: typeof axe = Reflect.get(globalThis, "axe");
		const { violations } = await runner.run(document);
		return violations.map(
			({ id, help, nodes }) => `${id}: ${help} ${nodes.map(({ html }) => html.slice(0, 160)).join(" | ")}`,
		);
	});
}
