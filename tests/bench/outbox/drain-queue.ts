/**
 * Runs inside the worker: has the outbox look at its queue, by the message a page would send, and gives the time in ms
 * until its run has ended. Stands alone: Playwright sends its text.
 */
export async function drainQueue(): Promise<number> {
	const sender = { id: chrome.runtime.id, url: chrome.runtime.getURL("manifest.json") };
	const event = chrome.runtime.onMessage as unknown as {
		dispatch(message: unknown, sender: unknown, respond: (reply: unknown) => void): void;
	};
	const start = performance.now();
	await new Promise((resolve) =>
		event.dispatch({ message: "sendDeliveriesAgain", data: { seqs: [] } }, sender, resolve),
	);
	// A run holds this lock from its beginning, before the answer, to its end.
	await navigator.locks.request("outbox", () => undefined);
	return performance.now() - start;
}

/** Runs inside the worker: as many of the same requests, with nothing stored, signed or kept in order. */
export async function sendBare({ url, count }: { url: string; count: number }): Promise<number> {
	const body = JSON.stringify({
		event: "phone.detected",
		timestamp: "2026-03-04T12:00:00Z",
		data: {
			phone: "+34600000000",
			conversation_hash: "0".repeat(64),
			detected_at: "2026-03-04T12:00:00Z",
			source: "message",
			contact_name: "Contact 1000",
		},
	});
	const headers = {
		"Content-Type": "application/json",
		"X-Webhook-Event": "phone.detected",
		"X-Webhook-Attempt": "1",
		"webhook-id": `evt_${"0".repeat(32)}`,
		"webhook-timestamp": "1772625600",
		"X-WAzion-Signature": "0".repeat(64),
		"webhook-signature": `v1,${"0".repeat(44)}`,
	};
	let left = count;
	const sendOn = async () => {
		while (left-- > 0) {
			const response = await fetch(url, { method: "POST", headers, body });
			await response.text();
		}
	};
	const start = performance.now();
	// As many at once as lib/webhooks/drain.ts.
	await Promise.all(Array.from({ length: 6 }, sendOn));
	return performance.now() - start;
}
