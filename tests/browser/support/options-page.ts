import type { Page } from "@playwright/test";
import { expect, type Stage } from "./stage";

/** Where a place of the settings is, such as `#/webhooks`. */
export const settingsUrl = ({ browser }: Pick<Stage, "browser">, place = ""): string =>
	`chrome-extension://${browser.extensionId}/options.html${place}`;

/** Opens the settings at a place for `use`, and closes them. Fails when their console reported an error. */
export async function withSettings(
	stage: Pick<Stage, "browser">,
	place: string,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const page = await stage.browser.context.newPage();
	const errors: string[] = [];
	page.on("pageerror", (error) => errors.push(error.message));
	page.on("console", (message) => {
		// The browser itself logs an answer that is no success, and a page that asks a model copes with it.
		if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
			errors.push(message.text());
	});
	try {
		// Colours that are still changing have no contrast to measure.
		await page.emulateMedia({ reducedMotion: "reduce" });
		await page.goto(settingsUrl(stage, place));
		await use(page);
		expect(errors, "errors on the console of the settings").toEqual([]);
	} finally {
		await page.close();
	}
}

/** Sends the background a message as a page of the extension does, and gives its answer. */
export async function send(page: Page, message: string, data?: unknown): Promise<unknown> {
	const reply = await page.evaluate((envelope) => chrome.runtime.sendMessage(envelope), { message, data });
	if (!reply || "error" in reply) throw new Error(`${message}: ${JSON.stringify(reply)}`);
	return reply.value;
}

/** What `storage.local` holds under a name. */
export const stored = (page: Page, name: string): Promise<unknown> =>
	page.evaluate(async (key) => (await chrome.storage.local.get(key))[key], name);
