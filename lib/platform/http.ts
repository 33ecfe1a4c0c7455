import type { Clock } from "@/lib/core/clock";
import type { Http, HttpFailure, HttpOptions, HttpRequest, HttpResponse } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import type { RecordRequest, SentOutcome } from "@/lib/egress/entry";
import { requestOptions } from "./request-options";

/**
 * `Http` on the browser's fetch, the only way out of Chatside: `record` is told of every request, whatever came of it.
 */
export function createHttp(record: RecordRequest, now: Clock): Http {
	return async (request, options) => {
		const { purpose, verdict } = options;
		const at = now();
		const start = performance.now();
		let outcome: SentOutcome = { failure: "internal" };
		try {
			const sent = await send(request, options);
			outcome = sent.ok ? { status: sent.value.status } : { failure: sent.failure.reason };
			return sent;
		} finally {
			const ms = Math.round(performance.now() - start);
			const amend = record({ request, purpose, at, ms, ...outcome });
			void verdict?.then((failure) => failure !== undefined && amend(failure));
		}
	};
}

async function send(request: HttpRequest, options: HttpOptions): Promise<Result<HttpResponse, HttpFailure>> {
	const { signal } = options;
	// Not AbortSignal.timeout: that one keeps its memory until its time has come, also when the answer came long before.
	const timeout = new AbortController();
	const timer = setTimeout(() => timeout.abort(), request.timeoutMs);
	let answered = false;
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: request.headers,
			body: request.body,
			...requestOptions,
			signal: signal ? AbortSignal.any([signal, timeout.signal]) : timeout.signal,
		});
		if (response.type === "opaqueredirect") return fail({ reason: "redirected" });
		answered = true;
		const text = await readText(response, options);
		if (!text.ok) return text;
		const retryAfter = response.headers.get("retry-after");
		return ok({
			status: response.status,
			contentType: response.headers.get("content-type") ?? "",
			text: text.value,
			...(retryAfter !== null && { retryAfter }),
		});
	} catch (error) {
		if (signal?.aborted) return fail({ reason: "cancelled" });
		if (timeout.signal.aborted) return fail({ reason: "timeout" });
		// fetch rejects with a TypeError for every network failure; anything else is a bug.
		if (error instanceof TypeError) return fail({ reason: answered ? "interrupted" : "unreachable" });
		throw error;
	} finally {
		clearTimeout(timer);
	}
}

/** Reads a body piece by piece, so that an endless answer is dropped at the limit instead of filling the memory. */
async function readText(
	response: Response,
	{ maxBytes, beginningIsEnough = false, cutWhenTooLong = false, signal }: HttpOptions,
): Promise<Result<string, HttpFailure>> {
	const decoder = new TextDecoder();
	let text = "";
	let bytes = 0;
	try {
		// A length that is told binds the server, and reading in one piece costs a fraction of reading in many.
		if (toldLength(response) <= maxBytes) return ok(await response.text());
		const reader = response.body?.getReader();
		if (!reader) return ok("");
		for (;;) {
			const { done, value } = await reader.read();
			if (done) return ok(text + decoder.decode());
			bytes += value.byteLength;
			text += decoder.decode(value, { stream: true });
			if (bytes <= maxBytes) continue;
			await reader.cancel();
			return beginningIsEnough || cutWhenTooLong ? ok(text) : fail({ reason: "too-large" });
		}
	} catch (error) {
		if (beginningIsEnough && !signal?.aborted) return ok(text);
		throw error;
	}
}

/** The length an answer says it has, in bytes; infinite where it says none, or none of what it is unpacked to. */
function toldLength({ headers }: Response): number {
	const length = headers.get("content-length");
	return length === null || headers.has("content-encoding") ? Number.POSITIVE_INFINITY : Number(length);
}
