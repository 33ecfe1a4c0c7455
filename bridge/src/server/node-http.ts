import type { IncomingMessage, ServerResponse } from "node:http";
import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";

/**
 * Node's request as the web's, which the SDK takes. Its signal is aborted when the client hangs up before it has its
 * answer.
 */
export function webRequest(incoming: IncomingMessage, outgoing: ServerResponse): Request {
	const headers = new Headers();
	for (const [name, value] of Object.entries(incoming.headers))
		for (const one of [value ?? []].flat()) headers.append(name, one);
	const hungUp = new AbortController();
	outgoing.on("close", () => {
		if (!outgoing.writableFinished) hungUp.abort();
	});
	const method = incoming.method ?? "GET";
	const hasBody = method !== "GET" && method !== "HEAD";
	return new Request(new URL(incoming.url ?? "/", `http://${incoming.headers.host}`), {
		method,
		headers,
		signal: hungUp.signal,
		...(hasBody ? { body: Readable.toWeb(incoming) as ReadableStream, duplex: "half" } : {}),
	} as RequestInit);
}

/** Sends the web's response as Node's, event streams as they come. */
export async function sendResponse(response: Response, outgoing: ServerResponse) {
	outgoing.writeHead(response.status, Object.fromEntries(response.headers));
	if (!response.body) {
		outgoing.end();
		return;
	}
	outgoing.flushHeaders();
	// The client may hang up at any time; its request's signal has told whom it concerns.
	await pipeline(Readable.fromWeb(response.body as never), outgoing).catch(() => undefined);
}
