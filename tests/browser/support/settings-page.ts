import type { Page } from "@playwright/test";
import type { Stage } from "./stage";

/** Where a place of the settings is, such as `#/webhooks`. */
export const settingsUrl = ({ browser }: Pick<Stage, "browser">, place = ""): string =>
	`chrome-extension://${browser.extensionId}/options.html${place}`;

/** Opens the settings at a place for `use`, and closes them. What the page reports as an error fails the test. */
export async function withSettings(
	stage: Pick<Stage, "browser">,
	place: string,
	use: (page: Page) => Promise<void>,
): Promise<void> {
	const page = await stage.browser.context.newPage();
	const errors: string[] = [];
	page.on("pageerror", ({ message }) => errors.push(message));
	page.on("console", (message) => {
		if (message.type() === "error" && !message.text().startsWith("Failed to load resource"))
			errors.push(message.text());
	});
	// Colours that are still changing have no contrast to measure.
	await page.emulateMedia({ reducedMotion: "reduce" });
	try {
		await page.goto(settingsUrl(stage, place));
		await use(page);
		if (errors.length > 0) throw new Error(`Errors on the settings' console: ${errors.join("; ")}`);
	} finally {
		await page.close();
	}
}
