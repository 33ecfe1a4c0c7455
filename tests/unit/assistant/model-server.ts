import type { IncomingHttpHeaders, IncomingMessage, ServerResponse } from "node:http";
import type { ModelEvent, ModelRequest } from "@/lib/assistant/model";
import type { ModelConnection, ServerPorts } from "@/lib/assistant/openai-compatible/connection";
import { createServerModel } from "@/lib/assistant/openai-compatible/model";
import type { PageEntry } from "@/lib/egress/entry";
import { createStreamHttp } from "@/lib/platform/stream-http";
import { serve } from "../core/loopback-server";

export const key = "sk-secret-7d1f";

export type Asked = {
	method: string;
	url: string;
	headers: IncomingHttpHeaders;
	body: Record<string, never>;
};

/** Answers one request after the other as the script says; the last entry answers all that follow. */
export async function modelServer(...script: ((response: ServerResponse) => unknown)[]) {
	const asked: Asked[] = [];
	const url = await serve(async (request, response) => {
		const answer = script[Math.min(asked.length, script.length - 1)];
		asked.push(await read(request));
		await answer?.(response);
	});
	return { url, asked };
}

async function read(request: IncomingMessage): Promise<Asked> {
	let text = "";
	for await (const piece of request) text += piece;
	const { method = "", url = "", headers } = request;
	return { method, url, headers, body: text === "" ? {} : JSON.parse(text) };
}

/** Server-sent events of these JSON values, and `[DONE]`. */
export const events =
	(...chunks: unknown[]) =>
	(response: ServerResponse): void => {
		stream(response);
		for (const chunk of chunks) response.write(`data: ${JSON.stringify(chunk)}\n\n`);
		response.end("data: [DONE]\n\n");
	};

/** A stream of this text, byte for byte. */
export const raw =
	(text: string, contentType = "text/event-stream") =>
	(response: ServerResponse): void => {
		stream(response, contentType);
		response.end(text);
	};

export const json =
	(value: unknown, status = 200, headers: Record<string, string> = {}) =>
	(response: ServerResponse): void => {
		response.writeHead(status, { "content-type": "application/json", ...headers });
		response.end(JSON.stringify(value));
	};

export const stream = (response: ServerResponse, contentType = "text/event-stream") =>
	response.writeHead(200, { "content-type": contentType });

/** One piece of an answer. */
export const delta = (part: unknown, finish: string | null = null) => ({
	choices: [{ index: 0, delta: part, finish_reason: finish }],
});
export const text = (content: string, finish: string | null = null) => delta({ content }, finish);

export const callPiece = (piece: Record<string, unknown>, called: Record<string, unknown>) =>
	delta({ tool_calls: [{ ...piece, function: called }] });

export type Setup = Partial<ModelConnection> & { ports?: Partial<ServerPorts> };

export function modelAt(url: string, { ports, ...connection }: Setup = {}) {
	const entries: PageEntry[] = [];
	const model = createServerModel(
		{
			base_url: `${url}/v1`,
			api_key: key,
			headers: {},
			model: "small",
			streaming: true,
			functions: true,
			...connection,
		},
		{ ...portsWith(entries), ...ports },
	);
	return { model, entries };
}

/** Real requests; what would be logged is put into `entries`, each in the place it had when it was sent. */
export function portsWith(entries: PageEntry[]): ServerPorts {
	let ids = 0;
	return {
		http: createStreamHttp(
			(entry) => {
				const place = entries.push(entry) - 1;
				return (ended) => {
					entries[place] = ended;
				};
			},
			() => 1_000,
		),
		hasPermission: async () => true,
		now: () => Date.parse("2026-03-04T10:00:00Z"),
		randomId: () => `made-${++ids}`,
		purpose: "model",
	};
}

export const orderStatus = {
	name: "order_status",
	description: "Status of an order",
	parameters: { type: "object", properties: { id: { type: "string" } } },
};

/** Asks "Hello" and gives every event. */
export async function ask(url: string, setup: Setup = {}, request: Partial<ModelRequest> = {}) {
	const { model, entries } = modelAt(url, setup);
	const received: ModelEvent[] = [];
	const { signal } = new AbortController();
	for await (const event of model.ask({
		messages: [{ role: "user", content: "Hello" }],
		functions: [],
		signal,
		...request,
	}))
		received.push(event);
	return { events: received, entries, model };
}

/** The failure an answer ends with. */
export function failureIn(received: readonly ModelEvent[]) {
	const last = received.at(-1);
	return last?.type === "failed" ? last.failure : undefined;
}

export const textIn = (received: readonly ModelEvent[]): string =>
	received.map((event) => (event.type === "text" ? event.text : "")).join("");

export const callsIn = (received: readonly ModelEvent[]) =>
	received.flatMap((event) => (event.type === "call" ? [event.call] : []));
