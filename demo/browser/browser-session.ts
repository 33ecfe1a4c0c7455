import type { BrowserContext, CDPSession } from "@playwright/test";

/** Runs `use` with a session of the browser's debugging protocol, as opposed to one of a page. */
export async function withBrowserSession<T>(
	context: BrowserContext,
	use: (session: CDPSession) => Promise<T>,
): Promise<T> {
	const browser = context.browser();
	if (!browser) throw new Error("The browser of this context is gone.");
	const session = await browser.newBrowserCDPSession();
	try {
		return await use(session);
	} finally {
		// Nothing to detach from when the browser was closed meanwhile.
		await session.detach().catch(() => {});
	}
}
