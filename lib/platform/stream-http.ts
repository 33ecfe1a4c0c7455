import type { Clock } from "@/lib/core/clock";
import type { HttpFailure, StreamHttp, StreamOptions, StreamRequest, StreamResponse } from "@/lib/core/http";
import { fail, ok, type Result } from "@/lib/core/result";
import { pageEntryOf, type RecordFromPage, type SentOutcome } from "@/lib/egress/entry";
import { requestOptions } from "./request-options";

/**
 * `StreamHttp` on the browser's fetch, for pages: a model may take minutes, and a worker does not live so long. `record`
 * is told of every request when it is sent and when it has ended (docs/decisions/0016-egress-log.md).
 */
export function createStreamHttp(record: RecordFromPage, now: Clock): StreamHttp {
	return async (request, options) => {
		const { purpose, verdict } = options;
		const at = now();
		const start = performance.now();
		const note = (outcome: SentOutcome, ms: number, failure?: string) =>
			pageEntryOf({ request, purpose, at, ms, ...outcome }, failure);
		const replace = record(note({ failure: "cancelled" }, 0));
		const ended = async (outcome: SentOutcome) => {
			const ms = Math.round(performance.now() - start);
			replace(note(outcome, ms, await verdict));
		};
		let outcome: SentOutcome = { failure: "internal" };
		let begun = false;
		try {
			const sent = await send(request, options, (ending) => void ended(ending));
			if (sent.ok) begun = true;
			else outcome = { failure: sent.failure.reason };
			return sent;
		} finally {
			if (!begun) void ended(outcome);
		}
	};
}

async function send(
	request: StreamRequest,
	{ signal, maxBytes }: StreamOptions,
	ended: (outcome: SentOutcome) => void,
): Promise<Result<StreamResponse, HttpFailure>> {
	const timeout = new AbortController();
	let timer = setTimeout(() => timeout.abort(), request.beginsWithinMs);
	const waitAgain = () => {
		clearTimeout(timer);
		timer = setTimeout(() => timeout.abort(), request.pieceWithinMs);
	};
	const failureOf = (error: unknown, otherwise: "unreachable" | "interrupted"): HttpFailure => {
		if (signal.aborted) return { reason: "cancelled" };
		if (timeout.signal.aborted) return { reason: "timeout" };
		// fetch rejects with a TypeError for every network failure; anything else is a bug.
		if (error instanceof TypeError) return { reason: otherwise };
		throw error;
	};
	try {
		const response = await fetch(request.url, {
			method: request.method,
			headers: request.headers,
			body: request.body,
			...requestOptions,
			signal: AbortSignal.any([signal, timeout.signal]),
		});
		clearTimeout(timer);
		if (response.type === "opaqueredirect") return fail({ reason: "redirected" });
		const retryAfter = response.headers.get("retry-after");
		return ok({
			status: response.status,
			contentType: response.headers.get("content-type") ?? "",
			...(retryAfter !== null && { retryAfter }),
			pieces: pieces(response),
		});
	} catch (error) {
		clearTimeout(timer);
		return fail(failureOf(error, "unreachable"));
	}

	async function* pieces(response: Response): StreamResponse["pieces"] {
		const reader = response.body?.getReader();
		const decoder = new TextDecoder();
		let outcome: SentOutcome = { status: response.status };
		const failed = (failure: HttpFailure) => {
			outcome = { failure: failure.reason };
			return fail(failure);
		};
		let bytes = 0;
		try {
			while (reader) {
				waitAgain();
				const { done, value } = await reader.read();
				if (done) break;
				bytes += value.byteLength;
				if (bytes > maxBytes) return yield failed({ reason: "too-large" });
				const text = decoder.decode(value, { stream: true });
				clearTimeout(timer);
				if (text !== "") yield ok(text);
			}
			const rest = decoder.decode();
			if (rest !== "") yield ok(rest);
		} catch (error) {
			yield failed(failureOf(error, "interrupted"));
		} finally {
			clearTimeout(timer);
			if (signal.aborted) outcome = { failure: "cancelled" };
			ended(outcome);
			// A server that goes on, although nobody reads, is hung up on.
			void reader?.cancel().catch(() => undefined);
		}
	}
}
