import type { ServerResponse } from "node:http";

/** One answer; how it is written is part of it. */
export type Reply = { write(response: ServerResponse): void };

type Headers = Record<string, string>;

export const json = (
	value: unknown,
	{ status = 200, headers = {} }: { status?: number; headers?: Headers } = {},
): Reply =>
	text(JSON.stringify(value), { status, headers: { "content-type": "application/json", ...headers } });

export function text(
	body: string,
	{ status = 200, headers = {} }: { status?: number; headers?: Headers } = {},
): Reply {
	return { write: (response) => response.writeHead(status, headers).end(body) };
}

/** The customer with these fields is found. */
export const found = (customer: Record<string, unknown>): Reply => json({ found: true, customer });

export const nobody: Reply = json({ found: false });

export const html = (status = 200): Reply =>
	text("<!doctype html><title>Sign in</title><h1>Please sign in</h1>", {
		status,
		headers: { "content-type": "text/html" },
	});

export const redirect = (location: string, status = 302): Reply =>
	text("", { status, headers: { location } });

/** Takes the request and never answers. */
export const silence: Reply = { write() {} };

/** Hangs up without a word. */
export const hangUp: Reply = { write: (response) => response.destroy() };

/** Announces a whole body, sends the first half of it and hangs up. */
export function halfOf(value: unknown): Reply {
	const body = JSON.stringify(value);
	return {
		write(response) {
			response.writeHead(200, {
				"content-type": "application/json",
				"content-length": Buffer.byteLength(body),
			});
			response.write(body.slice(0, body.length / 2), () => response.destroy());
		},
	};
}

/** Sends the beginning of a body and then nothing more, with the connection open. */
export function beginningOf(value: unknown): Reply {
	return {
		write(response) {
			response.writeHead(200, { "content-type": "application/json" });
			response.write(JSON.stringify(value).slice(0, 20));
		},
	};
}

/** Sends so many bytes of JSON without announcing how many they are. */
export function streamOf(bytes: number): Reply {
	const chunk = Buffer.alloc(64 * 1024, "x");
	return {
		write(response) {
			let sent = 0;
			response.writeHead(200, { "content-type": "application/json" });
			response.write('{"found":true,"customer":{"name":"');
			const more = () => {
				while (sent < bytes && !response.destroyed) {
					sent += chunk.byteLength;
					if (!response.write(chunk)) {
						response.once("drain", more);
						return;
					}
				}
				response.end('"}}');
			};
			more();
		},
	};
}
