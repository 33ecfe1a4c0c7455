import { expect, type Locator, type Page } from "@playwright/test";
import type { Launched } from "../../../demo/browser/launch";
import type { ExampleKey } from "../../../lib/tools/examples";
import { readTexts } from "./texts";

/** An answer as the Console shows it. */
export type Shown = {
	/** What stands behind the tool's name: `isError: …`, or the code of a JSON-RPC error. */
	state: string;
	/** All the words of the answer. */
	text: string;
	// biome-ignore lint/suspicious/noExplicitAny: each tool has data of its own, and a test says what it expects of it
	data: any;
};

/** The Console of the options page, in a tab of its own. */
export type ConsoleTab = {
	page: Page;
	editor: Locator;
	run: Locator;
	answer: Locator;
	history: Locator;
	/** Replaces what is in the editor. */
	write(call: unknown): Promise<void>;
	/** What is in the editor. */
	written(): Promise<string>;
	/** Clicks an example; gives the text it wrote into the editor. */
	load(key: ExampleKey): Promise<string>;
	/** Runs what is in the editor and gives the answer to it. */
	answerOf(how?: () => Promise<void>): Promise<Shown>;
};

export async function openConsole({ context, extensionId }: Launched, locale = "en"): Promise<ConsoleTab> {
	const texts = readTexts(locale);
	const page = await context.newPage();
	await page.emulateMedia({ reducedMotion: "reduce" });
	await page.goto(`chrome-extension://${extensionId}/options.html#/console`);
	const editor = page.getByRole("textbox", { name: texts("settings_console_editor") });
	const run = page.getByRole("button", { name: texts("settings_console_run"), exact: true });
	const answer = page.getByRole("region", { name: texts("settings_console_answer_title"), exact: true });
	const data = answer.getByRole("region", { name: texts("settings_console_answer_data") });
	await editor.waitFor();
	// Long lines are wrapped, not broken: a line of the text is an element.
	const written = async () => (await editor.locator(".cm-line").allTextContents()).join("\n");
	return {
		page,
		editor,
		run,
		answer,
		history: page.getByRole("region", { name: texts("settings_console_history_title") }),
		written,
		write: (call) => editor.fill(typeof call === "string" ? call : JSON.stringify(call, null, 2)),
		async load(key) {
			await page.locator(`[data-example=${key}]`).click();
			await expect(run).toBeFocused();
			return written();
		},
		async answerOf(how = () => run.click()) {
			// The answer before has to be told from this one, which may say the same.
			const before = answer.locator("[data-call]");
			const last = (await before.count()) > 0 ? await before.getAttribute("data-call") : null;
			await how();
			await expect(
				answer.locator(last ? `[data-call]:not([data-call="${last}"])` : "[data-call]"),
			).toBeVisible();
			const shown = (await data.count()) > 0 ? await data.locator("pre").innerText() : "null";
			return {
				state: await answer.locator("[data-call] code").nth(1).innerText(),
				text: await answer.innerText(),
				data: JSON.parse(shown),
			};
		},
	};
}
