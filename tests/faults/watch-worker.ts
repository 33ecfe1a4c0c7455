import type { Profile } from "./profile";

/** Watches the service worker: that it is the same one still, and what nobody caught in it. */
export async function watchWorker(profile: Profile): Promise<{ problems(): Promise<string[]> }> {
	await profile.ask("getOutboxStatus");
	const worker = await profile.browser().serviceWorker();
	await worker.evaluate(() => {
		const uncaught: string[] = [];
		Object.assign(globalThis, { uncaught });
		addEventListener("error", ({ message }) => uncaught.push(message));
		addEventListener("unhandledrejection", ({ reason }) => uncaught.push(String(reason)));
	});
	return {
		async problems() {
			await profile.ask("getOutboxStatus");
			const now = await profile.browser().serviceWorker();
			const uncaught = await now.evaluate(() => Reflect.get(globalThis, "uncaught") as string[] | undefined);
			return uncaught ? uncaught.map((message) => `The worker failed: ${message}`) : ["The worker ended."];
		},
	};
}
