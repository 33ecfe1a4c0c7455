import { readFile } from "node:fs/promises";
import { join } from "node:path";
import { cast } from "../../demo/cast";
import { cardHeading, connectToKnowAll, nameFor } from "./support/customer-card";
import { expect, extensionDir, type Stage, test } from "./support/stage";

/** Words that only the assistant's own code has: what it tells a model, and where a model is asked. */
const marks = ["You assist an agent of a business", "chat/completions"];

const codeOf = (path: string) => readFile(join(extensionDir, path), "utf8");

/** The code of the scripts the panel has run so far, by their paths. */
async function watchScripts({ browser, panel }: Stage): Promise<() => Promise<Map<string, string>>> {
	const session = await browser.context.newCDPSession(panel);
	const paths = new Set<string>();
	session.on("Debugger.scriptParsed", ({ url }) => {
		if (url.startsWith("chrome-extension://")) paths.add(new URL(url).pathname);
	});
	// Tells those that were there before, too.
	await session.send("Debugger.enable");
	return async () =>
		new Map(await Promise.all([...paths].map(async (path) => [path, await codeOf(path)] as const)));
}

test("loads the assistant's code when its tab is opened, and not before", async ({ stage }) => {
	const { panel } = stage;
	const scripts = await watchScripts(stage);
	const withMark = async (mark: string) =>
		[...(await scripts())].filter(([, code]) => code.includes(mark)).map(([path]) => path);
	await connectToKnowAll(stage);
	await stage.open("lucia");
	await expect(cardHeading(panel, nameFor(cast.lucia.phone))).toBeVisible();
	await panel.getByRole("tab", { name: "Products" }).click();
	await expect(panel.getByRole("button", { name: "Set up the search" })).toBeVisible();
	expect((await scripts()).size).toBeGreaterThan(1);
	for (const mark of marks) expect(await withMark(mark), mark).toEqual([]);
	await panel.getByRole("tab", { name: "Assistant" }).click();
	// A check that could not find the code where it is would prove nothing where it is not.
	for (const mark of marks) await expect.poll(() => withMark(mark), mark).toHaveLength(1);
});

test("has none of it in the background", async () => {
	const worker = await codeOf("background.js");
	for (const mark of marks) expect(worker, mark).not.toContain(mark);
});
