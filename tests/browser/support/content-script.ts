import type { Page } from "@playwright/test";

/** Evaluates an expression in the extension's content script world of a page and returns what it resolves to. */
export async function evaluateInContentScript(
	page: Page,
	extensionId: string,
	expression: string,
): Promise<unknown> {
	const session = await page.context().newCDPSession(page);
	try {
		const worlds: { id: number; origin: string }[] = [];
		session.on("Runtime.executionContextCreated", ({ context }) => worlds.push(context));
		// Announces every world there is before it answers.
		await session.send("Runtime.enable");
		const world = worlds.find(({ origin }) => origin === `chrome-extension://${extensionId}`);
		if (!world) throw new Error("The extension has no content script in this page.");
		const { result, exceptionDetails } = await session.send("Runtime.evaluate", {
			expression,
			contextId: world.id,
			awaitPromise: true,
			returnByValue: true,
		});
		if (exceptionDetails) throw new Error(exceptionDetails.exception?.description ?? exceptionDetails.text);
		return result.value;
	} finally {
		await session.detach();
	}
}
