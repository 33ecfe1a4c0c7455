import type { Http, HttpFailure, HttpRequest } from "@/lib/core/http";
import type { EventName } from "./event";
import { webhookHeaders } from "./sign";

/** The worker's own limit is 30 s (docs/contract.md, section 4, delivery). */
export const webhookTimeoutMs = 15_000;
/** More of an answer is not read. */
const maxAnswerBytes = 64 * 1024;
const excerptLength = 500;

/** Where events go. */
export type Receiver = { url: string; secrets: readonly string[] };

/** Why an attempt failed. Success is 2xx and nothing else. */
export type AttemptFailure =
	| { reason: "permission-missing"; origin: string }
	| { reason: "http-status"; status: number }
	| Exclude<HttpFailure, { reason: "cancelled" | "too-large" }>;

/** One attempt as it was made: what was sent (signatures, never the secret), what came back, how long it took in ms. */
export type SentAttempt = {
	request: Omit<HttpRequest, "timeoutMs">;
	latencyMs: number;
	status?: number;
	/** The beginning of the answer. */
	answer?: string;
	/** The `Retry-After` header as it came. */
	retryAfter?: string;
	failure?: AttemptFailure;
};

/** An event as it is sent: its id and its body are the same in every attempt, which is counted from 1. */
export type SentEvent = { id: string; event: EventName; body: string; attempt: number };

/** Signs and sends one event once. Any 2xx is a success, whatever the answer's body is. */
export async function sendEvent(
	{ http, now }: { http: Http; now(): number },
	receiver: Receiver,
	event: SentEvent,
): Promise<SentAttempt> {
	const start = now();
	const headers = await webhookHeaders({ ...event, now: start }, receiver.secrets);
	const request = { url: receiver.url, method: "POST", headers, body: event.body };
	const sent = await http(
		{ ...request, timeoutMs: webhookTimeoutMs },
		{
			maxBytes: maxAnswerBytes,
			purpose: { kind: event.event === "test" ? "webhook-test" : "webhook", name: event.event },
			beginningIsEnough: true,
		},
	);
	const made: SentAttempt = { request, latencyMs: now() - start };
	// Nobody can cancel it: it has no signal.
	if (!sent.ok) return { ...made, failure: sent.failure as AttemptFailure };
	const { status, text, retryAfter } = sent.value;
	return {
		...made,
		status,
		answer: text.slice(0, excerptLength),
		...(retryAfter !== undefined && { retryAfter }),
		...(!(status >= 200 && status <= 299) && { failure: { reason: "http-status", status } }),
	};
}

/** Why an attempt failed and what to do, in a sentence for tool answers. */
export function attemptFailureSentence(failure: AttemptFailure, url: string): string {
	const { host } = new URL(url);
	switch (failure.reason) {
		case "permission-missing":
			return `Chatside has no permission to reach ${failure.origin}. Open Chatside's settings, Webhooks, and grant it.`;
		case "http-status":
			return `${host} answered with status ${failure.status}; only 2xx counts as delivered.`;
		case "unreachable":
			return `${host} cannot be reached. Check the URL, and that the server runs.`;
		case "interrupted":
			return `${host} hung up before its answer was complete.`;
		case "timeout":
			return `${host} did not answer within ${webhookTimeoutMs / 1000} seconds.`;
		case "redirected":
			return `${host} answered with a redirect, which is not followed. Enter the final URL.`;
	}
}
