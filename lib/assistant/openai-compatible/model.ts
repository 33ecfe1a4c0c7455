import { createVerdict } from "@/lib/crm/call";
import { permissionPattern } from "@/lib/crm/endpoint-url";
import type { Model, ModelEvent, ModelFailure, ModelRequest } from "../model";
import { createAnswer } from "./answer";
import {
	addressOf,
	beginsWithinMs,
	headersOf,
	type ModelConnection,
	maxAnswerBytes,
	pieceWithinMs,
	type ServerPorts,
} from "./connection";
import { failureOfHttp, failureOfStatus, serverErrorIn } from "./failure";
import { type BrokenAnswer, done, readJson } from "./read-answer";
import { readText } from "./read-text";
import { completionBody, type Extras } from "./request";

/**
 * A model of an OpenAI-compatible server, by Chat Completions (docs/decisions/0019-model-client.md). What a server does
 * not take of a request's extras is left out and the request made again, once for each; the model remembers it.
 */
export function createServerModel(connection: ModelConnection, ports: ServerPorts): Model {
	const { hasPermission, purpose, now, randomId } = ports;
	const url = addressOf(connection, "chat/completions");
	const extras: Extras = { stream_options: true, strict: true };

	async function* ask({ messages, functions, signal }: ModelRequest): AsyncGenerator<ModelEvent, void> {
		const origin = permissionPattern(url);
		if (!(await hasPermission(origin))) return yield failed({ reason: "permission-missing", origin });
		const told = connection.functions ? functions : [];
		const askedWith = { askedWithFunctions: told.length > 0, connection, now };
		for (;;) {
			if (signal.aborted) return;
			const [verdict, judge] = createVerdict();
			try {
				const sent = await ports.http(
					{
						url: url.href,
						method: "POST",
						headers: headersOf(connection),
						body: completionBody(connection, messages, told, extras),
						beginsWithinMs,
						pieceWithinMs,
					},
					{ maxBytes: maxAnswerBytes, signal, verdict, purpose: { kind: purpose, name: connection.model } },
				);
				if (!sent.ok) {
					const failure = failureOfHttp(sent.failure, url.host, "beginning");
					if (failure) yield failed(failure);
					return;
				}
				const response = sent.value;
				if (response.status >= 200 && response.status <= 299) {
					for await (const event of readEvents(response)) {
						if (signal.aborted) return;
						if (event.type === "failed") judge(event.failure.reason);
						yield event;
					}
					return;
				}
				const text = await readText(response);
				if (signal.aborted) return;
				const error = serverErrorIn(text);
				const refused = refusedExtra(response.status, text);
				if (refused) {
					extras[refused] = false;
					continue;
				}
				return yield failed(failureOfStatus(response, error, askedWith));
			} finally {
				judge(undefined);
			}
		}

		async function* readEvents(response: Parameters<typeof readJson>[0]): AsyncGenerator<ModelEvent, void> {
			const answer = createAnswer(randomId);
			let saidDone = false;
			for await (const read of readJson(response)) {
				if (!read.ok) {
					const failure = failureOfAnswer(read.failure);
					if (failure) yield failed(failure);
					return;
				}
				saidDone ||= read.value === done;
				const text = answer.take(read.value);
				if (text !== "") yield { type: "text", text };
			}
			if (!answer.hasBegun())
				return yield failed({ reason: "not-understood", contentType: response.contentType, excerpt: "" });
			if (!answer.hasEnded() && !saidDone) return yield failed({ reason: "interrupted", host: url.host });
			yield* answer.end();
		}

		function failureOfAnswer(broken: BrokenAnswer): ModelFailure | undefined {
			switch (broken.reason) {
				case "http":
					return failureOfHttp(broken.failure, url.host, "answer");
				case "server-error": {
					// Said with status 200, in the middle of an answer; some servers name the status it would have had.
					const code = Number(broken.error.code);
					return failureOfStatus(
						{ status: code >= 400 && code <= 599 ? code : 500 },
						broken.error,
						askedWith,
					);
				}
				case "not-understood":
					return broken;
			}
		}
	}

	/** What of the extras the server says it does not take, if that has been sent. */
	function refusedExtra(status: number, text: string): keyof Extras | undefined {
		if (status !== 400 && status !== 422) return undefined;
		return (["stream_options", "strict"] as const).find((extra) => extras[extra] && text.includes(extra));
	}

	return { callsFunctions: connection.functions, ask };
}

const failed = (failure: ModelFailure): ModelEvent => ({ type: "failed", failure });
