import { eventBody } from "@/lib/webhooks/event";
import { webhookHeaders } from "@/lib/webhooks/sign";
import type { RunningInbox } from "../../../demo/inbox/start";

export const secret = "secret-of-the-test ñ";
export const phone = "+34600111222";

export type Sent = {
	id?: string;
	attempt?: number;
	/** When it is signed, ms since the epoch. */
	now?: number;
	secrets?: string[];
	/** What is sent instead of the body that was signed. */
	altered?: (body: string) => string;
	/** Headers to send instead of, or beside, the signed ones; null leaves one out. */
	headers?: Record<string, string | null>;
	signal?: AbortSignal;
};

/** Sends `phone.detected` as Chatside does: with the product's own signing, over real HTTP. */
export async function send(inbox: RunningInbox, sent: Sent = {}): Promise<Response> {
	const { id = "evt_1", attempt = 1, now = Date.now(), secrets = [secret], altered } = sent;
	const event = "phone.detected";
	const body = eventBody({ event, happenedAt: now, data: { phone, source: "message" } });
	const signed = await webhookHeaders({ id, event, body, attempt, now }, secrets);
	const headers = new Headers(signed);
	for (const [name, value] of Object.entries(sent.headers ?? {}))
		value === null ? headers.delete(name) : headers.set(name, value);
	return fetch(inbox.webhookUrl, {
		method: "POST",
		headers,
		body: altered ? altered(body) : body,
		signal: sent.signal,
	});
}
