import type { Http, HttpFailure, HttpRequest } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import { type EventName, eventBody, type WebhookEvent } from "./event";
import { webhookHeaders } from "./sign";

/** The worker's own limit is 30 s (docs/contract.md, section 4, delivery). */
export const webhookTimeoutMs = 15_000;
const maxAnswerBytes = 64 * 1024;
const excerptLength = 500;

/** Where events go. */
export type Receiver = { url: string; secrets: readonly string[] };

/** Why an attempt failed. Success is 2xx and nothing else. */
export type AttemptFailure =
	| { reason: "permission-missing"; origin: string }
	| { reason: "http-status"; status: number }
	| Exclude<HttpFailure, { reason: "cancelled" }>;

/** One attempt as it was made: what was sent (signatures, never the secret), what came back, how long it took in ms. */
export type SentAttempt = {
	id: string;
	event: EventName;
	request: Omit<HttpRequest, "timeoutMs">;
	latencyMs: number;
	status?: number;
	/** The beginning of the answer. */
	answer?: string;
	failure?: AttemptFailure;
};

/** Signs and sends one event once. */
export async function sendEvent(
	{ http, now }: { http: Http; now(): number },
	receiver: Receiver,
	{ id, event, attempt }: { id: string; event: WebhookEvent; attempt: number },
): Promise<Result<SentAttempt, SentAttempt & { failure: AttemptFailure }>> {
	const body = eventBody(event);
	const start = now();
	const headers = await webhookHeaders(
		{ id, event: event.event, body, attempt, now: start },
		receiver.secrets,
	);
	const request = { url: receiver.url, method: "POST", headers, body };
	const sent = await http(
		{ ...request, timeoutMs: webhookTimeoutMs },
		{ maxBytes: maxAnswerBytes, signal: new AbortController().signal },
	);
	const made: SentAttempt = { id, event: event.event, request, latencyMs: now() - start };
	if (!sent.ok) {
		// Nobody can cancel it: the signal above is never aborted.
		const failure = sent.failure as AttemptFailure;
		return fail({ ...made, failure });
	}
	const { status, text } = sent.value;
	const answered = { ...made, status, answer: text.slice(0, excerptLength) };
	return status >= 200 && status <= 299
		? ok(answered)
		: fail({ ...answered, failure: { reason: "http-status", status } });
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
		case "too-large":
			return `${host} answered with more than ${maxAnswerBytes / 1024} KB.`;
	}
}
