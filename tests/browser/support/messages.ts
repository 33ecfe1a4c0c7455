import type { Page } from "@playwright/test";

/** Sends messages from a page of the extension, as its own code does; gives the answer, rejects where there is none. */
export const messagesFrom =
	(page: Page) =>
	(name: string, data?: unknown): Promise<unknown> =>
		page.evaluate(
			async ([what, given]) => {
				const reply = await chrome.runtime.sendMessage({ message: what, data: given });
				if (reply.error) throw new Error(reply.error);
				return reply.value;
			},
			[name, data] as const,
		);
