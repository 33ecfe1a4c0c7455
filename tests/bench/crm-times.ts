import type { IncomingMessage, ServerResponse } from "node:http";
import { subscribe } from "node:diagnostics_channel";
import { performance } from "node:perf_hooks";

/** When a request reached the CRM and when its answer was handed to the network, in ms since the epoch. */
export type Served = { arrived: number; answered: number };

/**
 * Notes the times of every answer that an HTTP server of this process gives, the newest last, without standing in
 * its way: Node itself tells (diagnostics channels `http.server.*`).
 */
export function recordCrmTimes(): { newest(): Served | undefined } {
	const arrivals = new WeakMap<ServerResponse, number>();
	let newest: Served | undefined;
	const now = () => performance.timeOrigin + performance.now();
	subscribe("http.server.request.start", (message) => {
		arrivals.set((message as { request: IncomingMessage; response: ServerResponse }).response, now());
	});
	subscribe("http.server.response.finish", (message) => {
		const arrived = arrivals.get((message as { response: ServerResponse }).response);
		if (arrived !== undefined) newest = { arrived, answered: now() };
	});
	return { newest: () => newest };
}
