import { createParser } from "eventsource-parser";
import type { HttpFailure, StreamResponse } from "@/lib/core/http";
import { isObject } from "@/lib/core/is-object";
import { fail, ok, type Result } from "@/lib/core/result";
import { excerpt } from "@/lib/crm/call";
import { readServerError, type ServerError } from "./failure";

/** Why an answer with status 200 is none. */
export type BrokenAnswer =
	| { reason: "http"; failure: HttpFailure }
	| { reason: "server-error"; error: ServerError }
	| { reason: "not-understood"; contentType: string; excerpt: string };

const isStream = (contentType: string): boolean => /^text\/event-stream\b/i.test(contentType.trim());
/** Some servers stream events as plain text. */
const looksLikeEvents = (text: string): boolean =>
	/^\s*(data|event|id|:)\s*:?/.test(text) && text.includes("data:");

/**
 * The JSON values of an answer, one by one as they come: of a stream of server-sent events the data of each, of any other
 * answer its whole body. A failure is the last. Ends at `[DONE]`.
 */
export async function* readJson(
	response: StreamResponse,
): AsyncGenerator<Result<unknown, BrokenAnswer>, void> {
	const { contentType, pieces } = response;
	const events = createEvents();
	const streamed = isStream(contentType);
	let whole = "";
	for await (const piece of pieces) {
		if (!piece.ok) return yield fail({ reason: "http", failure: piece.failure });
		if (streamed) {
			for (const data of events.feed(piece.value)) {
				if (data === "[DONE]") return yield ok(done);
				const read = parse(data, contentType);
				yield read;
				if (!read.ok) return;
			}
			// Kept as long as nothing was understood, to show what it was.
			if (events.count() === 0 && whole.length < 1_000) whole += piece.value;
		} else whole += piece.value;
	}
	const rest = streamed ? events.end() : looksLikeEvents(whole) ? events.feed(`${whole}\n\n`) : [whole];
	if (streamed && events.count() === 0)
		return yield fail({ reason: "not-understood", contentType, excerpt: excerpt(whole) });
	for (const data of rest) {
		const read = data === "[DONE]" ? ok(done) : parse(data, contentType);
		yield read;
		if (!read.ok) return;
	}
}

/** Stands for `[DONE]`: the server has said that nothing more comes. */
export const done = Symbol("done");

function createEvents() {
	let queue: string[] = [];
	let count = 0;
	const parser = createParser({
		onEvent({ data }) {
			count++;
			if (data !== "") queue.push(data);
		},
	});
	const feed = (text: string): string[] => {
		parser.feed(text);
		const read = queue;
		queue = [];
		return read;
	};
	// The last event may lack the empty line that ends it.
	return { feed, end: () => feed("\n\n"), count: () => count };
}

function parse(text: string, contentType: string): Result<unknown, BrokenAnswer> {
	let json: unknown;
	try {
		json = JSON.parse(text);
	} catch {
		return fail({ reason: "not-understood", contentType, excerpt: excerpt(text) });
	}
	// OpenRouter tells an error in a piece that has choices too.
	const isAnswer = isObject(json) && Array.isArray(json.choices) && !json.error;
	const error = isAnswer ? undefined : readServerError(json);
	return error ? fail({ reason: "server-error", error }) : ok(json);
}
