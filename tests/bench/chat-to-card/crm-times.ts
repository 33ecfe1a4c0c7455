import { subscribe } from "node:diagnostics_channel";
import type { IncomingMessage, ServerResponse } from "node:http";
import { performance } from "node:perf_hooks";

/** When a request reached the CRM and when its answer was handed to the network, in ms since the epoch. */
export type Served = { arrived: number; answered: number };
export type CrmTimes = { newest(): Served | undefined };

/**
 * Notes when an HTTP server of this process was asked for `path` and answered, without standing in its way: Node
 * itself tells (diagnostics channels `http.server.*`). Pictures on a card are asked for too, and do not count.
 */
export function recordCrmTimes(path: string): CrmTimes {
	const arrivals = new WeakMap<ServerResponse, number>();
	let newest: Served | undefined;
	const now = () => performance.timeOrigin + performance.now();
	subscribe("http.server.request.start", (message) => {
		const { request, response } = message as { request: IncomingMessage; response: ServerResponse };
		if (request.url?.startsWith(path)) arrivals.set(response, now());
	});
	subscribe("http.server.response.finish", (message) => {
		const arrived = arrivals.get((message as { response: ServerResponse }).response);
		if (arrived !== undefined) newest = { arrived, answered: now() };
	});
	return { newest: () => newest };
}
