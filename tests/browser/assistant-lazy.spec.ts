import { readFile } from "node:fs/promises";
import { join } from "node:path";
import type { Page } from "@playwright/test";
import { cast } from "../../demo/cast";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { expect, extensionDir, test } from "./support/stage";

/** Words that only the assistant's own code has: what it tells a model, and where a model is asked. */
const marks = ["You assist an agent of a business", "chat/completions"];

/** The scripts a page has loaded, and those of them that hold code of the assistant. */
async function loadedScripts(page: Page): Promise<{ all: string[]; assistant: string[] }> {
	const urls = await page.evaluate(() => performance.getEntriesByType("resource").map(({ name }) => name));
	const all = urls.map((url) => new URL(url).pathname).filter((path) => path.endsWith(".js"));
	const codes = await Promise.all(all.map((path) => readFile(join(extensionDir, path), "utf8")));
	return { all, assistant: all.filter((_, index) => marks.some((mark) => codes[index]?.includes(mark))) };
}

test("loads the assistant's code when its tab is opened, and not before", async ({ stage }) => {
	const { panel } = stage;
	await connectToKnowAll(stage);
	await stage.open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await panel.getByRole("tab", { name: "Products" }).click();
	await expect(panel.getByRole("button", { name: "Set up the search" })).toBeVisible();
	const before = await loadedScripts(panel);
	expect(before.all.length).toBeGreaterThan(0);
	expect(before.assistant).toEqual([]);
	await panel.getByRole("tab", { name: "Assistant" }).click();
	await expect(panel.getByTestId("assistant")).toBeVisible();
	// A check that could not find the code where it is would prove nothing where it is not.
	for (const mark of marks) {
		const { assistant } = await loadedScripts(panel);
		const codes = await Promise.all(assistant.map((path) => readFile(join(extensionDir, path), "utf8")));
		expect(
			codes.some((code) => code.includes(mark)),
			mark,
		).toBe(true);
	}
});

test("has none of it in the background", async () => {
	const worker = await readFile(join(extensionDir, "background.js"), "utf8");
	for (const mark of marks) expect(worker, mark).not.toContain(mark);
});
